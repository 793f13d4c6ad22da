// exercise: 4.1
// expect: rejected
// note: runs echo instead of serve: no place is ever given back
var connection = new Connection(socket, options);
threads.execute(connection::echo);

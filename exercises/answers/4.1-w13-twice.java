// exercise: 4.1
// expect: rejected
// note: two threads for one client
var connection = new Connection(socket, options);
threads.execute(() -> serve(connection));
threads.execute(() -> serve(connection));

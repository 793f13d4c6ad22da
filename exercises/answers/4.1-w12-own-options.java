// exercise: 4.1
// expect: rejected
// note: the defaults instead of the server's options
var connection = new Connection(socket, EchoOptions.defaults());
threads.execute(() -> serve(connection));

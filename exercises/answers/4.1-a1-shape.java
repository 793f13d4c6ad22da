// exercise: 4.1
// expect: solved
// note: two lines
var connection = new Connection(socket, options);
threads.execute(() -> serve(connection));

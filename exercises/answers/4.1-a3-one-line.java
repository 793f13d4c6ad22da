// exercise: 4.1
// expect: solved
// note: the connection is made in its thread
threads.execute(() -> serve(new Connection(socket, options)));

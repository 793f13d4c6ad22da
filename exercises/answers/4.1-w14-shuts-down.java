// exercise: 4.1
// expect: rejected
// note: shuts the executor down behind its first task
var connection = new Connection(socket, options);
threads.execute(() -> serve(connection));
threads.shutdown();

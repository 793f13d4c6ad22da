// exercise: 4.1
// expect: rejected
// note: an executor of its own, which close knows nothing of
var connection = new Connection(socket, options);
Executors.newVirtualThreadPerTaskExecutor().execute(() -> serve(connection));

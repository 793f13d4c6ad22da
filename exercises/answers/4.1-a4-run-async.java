// exercise: 4.1
// expect: solved
// note: a CompletableFuture on the server's executor
Connection connection = new Connection(socket, options);
java.util.concurrent.CompletableFuture.runAsync(() -> serve(connection), threads);

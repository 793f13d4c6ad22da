// exercise: 4.1
// expect: rejected
// note: the common pool: as many clients as it has threads
var connection = new Connection(socket, options);
java.util.concurrent.CompletableFuture.runAsync(() -> serve(connection));

// exercise: 4.1
// expect: rejected
// note: an executor of its own, closed by its try: that waits for the client
var connection = new Connection(socket, options);
try (var own = Executors.newVirtualThreadPerTaskExecutor()) {
    own.execute(() -> serve(connection));
}

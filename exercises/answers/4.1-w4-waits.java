// exercise: 4.1
// expect: rejected
// note: waits for the task that it submitted
var connection = new Connection(socket, options);
try {
    threads.submit(() -> serve(connection)).get();
} catch (InterruptedException | java.util.concurrent.ExecutionException e) {
    LOG.log(Level.DEBUG, "the conversation failed", e);
}

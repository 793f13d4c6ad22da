// exercise: 4.1
// expect: solved
// note: closes the socket when the executor takes no more
var connection = new Connection(socket, options);
try {
    threads.execute(() -> serve(connection));
} catch (java.util.concurrent.RejectedExecutionException e) {
    try (socket) {
        LOG.log(Level.DEBUG, "too late: the server is closing");
    } catch (IOException _) {
        // it is closed
    }
    throw e;
}

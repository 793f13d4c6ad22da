// exercise: 4.1
// expect: rejected
// note: a try around what has only begun
try (socket) {
    var connection = new Connection(socket, options);
    threads.execute(() -> serve(connection));
} catch (IOException e) {
    LOG.log(Level.DEBUG, "the connection broke: {0}", e.getMessage());
}

// exercise: 1.3
// expect: solved
// note: makes room for two, and waits and cuts in a finally each
try {
    listener.close();
    room.release(2);
    EchoServer.awaitEnd(acceptor);
    threads.shutdown();
    threads.awaitTermination(options.grace().toMillis(), TimeUnit.MILLISECONDS);
} catch (IOException e) {
    LOG.log(Level.WARNING, e.getMessage());
} catch (InterruptedException e) {
    Thread.currentThread().interrupt();
} finally {
    try {
        connections.forEach(Connection::close);
    } finally {
        threads.close();
    }
}

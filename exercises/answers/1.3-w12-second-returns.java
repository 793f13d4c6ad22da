// exercise: 1.3
// expect: rejected
// note: a second call returns before the first has
if (listener.isClosed()) {
    return;
}
try {
    listener.close();
    room.release();
    acceptor.join();
    threads.shutdown();
    if (!threads.awaitTermination(options.grace().toMillis(), TimeUnit.MILLISECONDS)) {
        connections.forEach(Connection::close);
    }
} catch (IOException e) {
    LOG.log(Level.WARNING, e.getMessage());
} catch (InterruptedException _) {
    connections.forEach(Connection::close);
    Thread.currentThread().interrupt();
}
threads.close();

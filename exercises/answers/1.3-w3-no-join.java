// exercise: 1.3
// expect: rejected
// note: does not wait for the acceptor: a client that it is just taking meets an executor that is shut down, and stays open
try {
    listener.close();
    room.release();
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

// exercise: 1.3
// expect: rejected
// note: interrupts the acceptor, which a blocking accept does not notice
try {
    acceptor.interrupt();
    room.release();
    acceptor.join();
    listener.close();
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

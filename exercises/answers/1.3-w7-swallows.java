// exercise: 1.3
// expect: rejected
// note: cuts when it is interrupted, and keeps the interrupt to itself
try {
    listener.close();
    room.release();
    acceptor.join();
    threads.shutdown();
    if (!threads.awaitTermination(options.grace().toMillis(), TimeUnit.MILLISECONDS)) {
        connections.forEach(Connection::close);
    }
} catch (IOException | InterruptedException e) {
    LOG.log(Level.WARNING, e.getMessage());
    connections.forEach(Connection::close);
}
threads.close();

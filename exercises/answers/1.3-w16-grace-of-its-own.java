// exercise: 1.3
// expect: rejected
// note: a grace of its own instead of the options'
try {
    listener.close();
    room.release();
    acceptor.join();
    threads.shutdown();
    if (!threads.awaitTermination(1, TimeUnit.SECONDS)) {
        connections.forEach(Connection::close);
    }
} catch (IOException e) {
    LOG.log(Level.WARNING, e.getMessage());
} catch (InterruptedException _) {
    connections.forEach(Connection::close);
    Thread.currentThread().interrupt();
}
threads.close();

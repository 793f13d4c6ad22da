// exercise: 1.3
// expect: rejected
// note: awaits the end of an executor that was not shut down: it always takes the whole grace
try {
    listener.close();
    room.release();
    acceptor.join();
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

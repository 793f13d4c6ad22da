// exercise: 1.3
// expect: solved
// note: the hint, and the last wait in a finally
try {
    listener.close();
    room.release();
    acceptor.join();
    threads.shutdown();
    if (!threads.awaitTermination(options.grace().toNanos(), TimeUnit.NANOSECONDS)) {
        connections.forEach(Connection::close);
    }
} catch (IOException e) {
    LOG.log(Level.WARNING, e.getMessage());
} catch (InterruptedException e) {
    connections.forEach(Connection::close);
    Thread.currentThread().interrupt();
} finally {
    threads.close();
}

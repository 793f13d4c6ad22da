// exercise: 1.3
// expect: solved
// note: returns early when all are gone
try {
    listener.close();
    room.release();
    acceptor.join();
    threads.shutdown();
    if (threads.awaitTermination(options.grace().toMillis(), TimeUnit.MILLISECONDS)) {
        return;
    }
} catch (IOException e) {
    LOG.log(Level.WARNING, e.getMessage());
} catch (InterruptedException _) {
    Thread.currentThread().interrupt();
}
connections.forEach(Connection::close);
threads.close();

// exercise: 1.3
// expect: rejected
// note: who is interrupted returns, and leaves clients and threads behind
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
    Thread.currentThread().interrupt();
    return;
}
threads.close();

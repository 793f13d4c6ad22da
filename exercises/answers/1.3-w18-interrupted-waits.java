// exercise: 1.3
// expect: rejected
// note: who is interrupted waits for clients that nobody cuts
try (threads) {
    listener.close();
    room.release();
    acceptor.join();
    threads.shutdown();
    if (!threads.awaitTermination(options.grace().toMillis(), TimeUnit.MILLISECONDS)) {
        connections.forEach(Connection::close);
    }
} catch (IOException e) {
    LOG.log(Level.WARNING, e.getMessage());
} catch (InterruptedException e) {
    Thread.currentThread().interrupt();
}

// exercise: 1.3
// expect: rejected
// note: a grace in whole seconds: half a second is none
try {
    listener.close();
    room.release();
    acceptor.join();
    threads.shutdown();
    if (!threads.awaitTermination(options.grace().toSeconds(), TimeUnit.SECONDS)) {
        connections.forEach(Connection::close);
    }
} catch (IOException e) {
    LOG.log(Level.WARNING, e.getMessage());
} catch (InterruptedException _) {
    connections.forEach(Connection::close);
    Thread.currentThread().interrupt();
}
threads.close();

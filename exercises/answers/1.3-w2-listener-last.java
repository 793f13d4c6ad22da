// exercise: 1.3
// expect: rejected
// note: takes clients all through the grace
try {
    Thread.sleep(options.grace().toMillis());
    listener.close();
    room.release();
    acceptor.join();
    threads.shutdown();
    connections.forEach(Connection::close);
} catch (IOException e) {
    LOG.log(Level.WARNING, e.getMessage());
} catch (InterruptedException _) {
    connections.forEach(Connection::close);
    Thread.currentThread().interrupt();
}
threads.close();

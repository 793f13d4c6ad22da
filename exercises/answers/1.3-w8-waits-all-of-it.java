// exercise: 1.3
// expect: rejected
// note: sleeps through the grace, though all have gone
try {
    listener.close();
    room.release();
    acceptor.join();
    threads.shutdown();
    Thread.sleep(options.grace().toMillis());
    connections.forEach(Connection::close);
} catch (IOException e) {
    LOG.log(Level.WARNING, e.getMessage());
} catch (InterruptedException _) {
    connections.forEach(Connection::close);
    Thread.currentThread().interrupt();
}
threads.close();

// exercise: 1.3
// expect: rejected
// note: threads.close() at once, which waits without end
try {
    listener.close();
    room.release();
    acceptor.join();
    threads.close();
    connections.forEach(Connection::close);
} catch (IOException e) {
    LOG.log(Level.WARNING, e.getMessage());
} catch (InterruptedException _) {
    connections.forEach(Connection::close);
    Thread.currentThread().interrupt();
}

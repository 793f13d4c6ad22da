// exercise: 1.3
// expect: solved
// note: cuts whoever is in the set after the grace, which is nobody if all went
try {
    listener.close();
} catch (IOException e) {
    LOG.log(Level.WARNING, "the listening socket did not close", e);
}
room.release();
EchoServer.awaitEnd(acceptor);
threads.shutdown();
try {
    threads.awaitTermination(options.grace().toMillis(), TimeUnit.MILLISECONDS);
} catch (InterruptedException _) {
    Thread.currentThread().interrupt();
}
for (var connection : connections) {
    connection.close();
}
threads.close();

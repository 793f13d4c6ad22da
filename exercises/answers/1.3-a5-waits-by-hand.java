// exercise: 1.3
// expect: solved
// note: awaitTermination again instead of threads.close()
var interrupted = false;
try {
    listener.close();
} catch (IOException e) {
    LOG.log(Level.WARNING, e.getMessage());
}
room.release();
EchoServer.awaitEnd(acceptor);
threads.shutdown();
try {
    threads.awaitTermination(options.grace().toMillis(), TimeUnit.MILLISECONDS);
} catch (InterruptedException _) {
    interrupted = true;
}
connections.stream().forEach(Connection::close);
while (!threads.isTerminated()) {
    try {
        threads.awaitTermination(1, TimeUnit.DAYS);
    } catch (InterruptedException _) {
        interrupted = true;
    }
}
if (interrupted) {
    Thread.currentThread().interrupt();
}

// exercise: 1.3
// expect: solved
// note: counts the grace from the call, and waits for the threads until it is over
var deadline = System.nanoTime() + options.grace().toNanos();
var interrupted = false;
try {
    listener.close();
} catch (IOException e) {
    LOG.log(Level.WARNING, "the listening socket did not close: " + e.getMessage());
}
room.release();
EchoServer.awaitEnd(acceptor);
threads.shutdown();
while (!threads.isTerminated() && !interrupted && deadline - System.nanoTime() > 0) {
    try {
        threads.awaitTermination(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
        interrupted = true;
    }
}
connections.forEach(Connection::close);
threads.close();
if (interrupted) {
    Thread.currentThread().interrupt();
}

// exercise: 4.4
// expect: rejected
// note: fails with an exception that is no IOException
var writing = new java.util.concurrent.FutureTask<Void>(() -> {
    socket.getOutputStream().write(buffer, 0, count);
    return null;
});
var writer = Thread.startVirtualThread(writing);
try {
    writing.get(options.idleTimeout().toMillis(), TimeUnit.MILLISECONDS);
} catch (java.util.concurrent.TimeoutException e) {
    writer.interrupt();
    throw new IllegalStateException("not taken in time", e);
} catch (java.util.concurrent.ExecutionException e) {
    throw new IOException(e.getCause());
} catch (InterruptedException e) {
    writer.interrupt();
    Thread.currentThread().interrupt();
    throw new IOException(e);
}

// exercise: 4.4
// expect: solved
// note: a thread of its own writes, and this one waits for it
var written = new java.util.concurrent.FutureTask<Void>(() -> {
    socket.getOutputStream().write(buffer, 0, count);
    return null;
});
var writer = Thread.startVirtualThread(written);
try {
    written.get(options.idleTimeout().toMillis(), TimeUnit.MILLISECONDS);
} catch (java.util.concurrent.TimeoutException e) {
    writer.interrupt();
    throw new IOException("not taken in time", e);
} catch (java.util.concurrent.ExecutionException e) {
    throw new IOException(e.getCause());
} catch (InterruptedException e) {
    writer.interrupt();
    Thread.currentThread().interrupt();
    throw new java.io.InterruptedIOException();
}

// exercise: 4.4
// expect: rejected
// note: gives up waiting, and leaves the write and its thread behind
var written = new java.util.concurrent.FutureTask<Void>(() -> {
    socket.getOutputStream().write(buffer, 0, count);
    return null;
});
Thread.startVirtualThread(written);
try {
    written.get(options.idleTimeout().toMillis(), TimeUnit.MILLISECONDS);
} catch (Exception e) {
    LOG.log(Level.DEBUG, "not taken in time", e);
}

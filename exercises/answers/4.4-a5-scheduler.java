// exercise: 4.4
// expect: solved
// note: a scheduler for each write
var writer = Thread.currentThread();
var scheduler = java.util.concurrent.Executors.newSingleThreadScheduledExecutor();
try {
    scheduler.schedule(writer::interrupt, options.idleTimeout().toMillis(), TimeUnit.MILLISECONDS);
    socket.getOutputStream().write(buffer, 0, count);
} finally {
    scheduler.shutdownNow();
}

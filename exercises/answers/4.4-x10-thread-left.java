// exercise: 4.4
// expect: rejected
// note: each write leaves a thread behind that is never ended
var thread = Thread.currentThread();
var timer = java.util.concurrent.Executors.newSingleThreadScheduledExecutor();
var late = timer.schedule(thread::interrupt, options.idleTimeout().toMillis(), TimeUnit.MILLISECONDS);
try {
    socket.getOutputStream().write(buffer, 0, count);
} finally {
    late.cancel(false);
}

// exercise: 5.10
// expect: rejected
// note: interrupts the thread, past those who keep account of cancels
var loop = Task.current().loop();
var thread = Thread.currentThread();
var fired = new boolean[1];
var timer =
        loop.after(
                limit,
                () -> {
                    fired[0] = true;
                    thread.interrupt();
                });
try {
    return body.call();
} catch (Throwable e) {
    if (fired[0]) {
        throw timeIsUp(limit, e);
    }
    throw e;
} finally {
    loop.cancel(timer);
}

// exercise: 4.4
// expect: solved
// note: one timer for all connections, in a static field, that is made with the first write
class Kept {
    static final java.util.Timer TIMER = new java.util.Timer(true);
}
var writer = Thread.currentThread();
var limit = new java.util.TimerTask() {
    private boolean over;

    @Override
    public synchronized void run() {
        if (!over) {
            writer.interrupt();
        }
    }

    synchronized void end() {
        over = true;
        cancel();
    }
};
Kept.TIMER.schedule(limit, options.idleTimeout().toMillis());
try {
    socket.getOutputStream().write(buffer, 0, count);
} finally {
    limit.end();
}

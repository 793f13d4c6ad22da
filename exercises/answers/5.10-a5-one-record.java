// exercise: 5.10
// expect: solved
// note: a class of its own for what belongs together
record Limited(Cancellation cancellation, Block block) implements Runnable, AutoCloseable {
    @Override
    public void run() {
        cancellation.cancel(block);
    }

    @Override
    public void close() {
        cancellation.leave(block);
    }
}
var loop = Task.current().loop();
var cancellation = Task.current().cancellation();
var limited = new Limited(cancellation, Block.plain());
cancellation.enter(limited.block());
try (limited) {
    var timer = loop.after(limit, limited);
    try {
        return body.call();
    } catch (Throwable e) {
        if (cancellation.isOnItsWay(limited.block())) {
            throw timeIsUp(limit, e);
        }
        throw e;
    } finally {
        loop.cancel(timer);
    }
}

// exercise: 5.10
// expect: solved
// note: leaves the block before it takes the timer back, and only one that is still set
var loop = Task.current().loop();
var cancellation = Task.current().cancellation();
var block = Block.plain();
cancellation.enter(block);
var timer =
        loop.after(
                limit,
                new Runnable() {
                    @Override
                    public void run() {
                        cancellation.cancel(block);
                    }
                });
try {
    var result = body.call();
    return result;
} catch (Throwable e) {
    if (!cancellation.isOnItsWay(block)) {
        throw e;
    }
    throw timeIsUp(limit, e);
} finally {
    cancellation.leave(block);
    if (timer.isPending()) {
        loop.cancel(timer);
    }
}

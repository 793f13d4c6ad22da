// exercise: 5.10
// expect: rejected
// note: has left the block when it asks whose cancel it was
var loop = Task.current().loop();
var cancellation = Task.current().cancellation();
var block = Block.plain();
var timer = loop.after(limit, () -> cancellation.cancel(block));
cancellation.enter(block);
try {
    try {
        return body.call();
    } finally {
        loop.cancel(timer);
        cancellation.leave(block);
    }
} catch (Throwable e) {
    if (cancellation.isOnItsWay(block)) {
        throw timeIsUp(limit, e);
    }
    throw e;
}

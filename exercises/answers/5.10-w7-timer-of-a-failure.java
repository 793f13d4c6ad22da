// exercise: 5.10
// expect: rejected
// note: leaves the timer behind when the body throws
var loop = Task.current().loop();
var cancellation = Task.current().cancellation();
var block = Block.plain();
var timer = loop.after(limit, () -> cancellation.cancel(block));
cancellation.enter(block);
try {
    var result = body.call();
    loop.cancel(timer);
    return result;
} catch (Throwable e) {
    if (cancellation.isOnItsWay(block)) {
        throw timeIsUp(limit, e);
    }
    throw e;
} finally {
    cancellation.leave(block);
}

// exercise: 5.10
// expect: rejected
// note: neither leaves the block nor takes the timer back when the body throws
var loop = Task.current().loop();
var cancellation = Task.current().cancellation();
var block = Block.plain();
var timer = loop.after(limit, () -> cancellation.cancel(block));
cancellation.enter(block);
try {
    var result = body.call();
    loop.cancel(timer);
    cancellation.leave(block);
    return result;
} catch (Throwable e) {
    if (cancellation.isOnItsWay(block)) {
        throw timeIsUp(limit, e);
    }
    throw e;
}

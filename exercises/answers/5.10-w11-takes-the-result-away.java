// exercise: 5.10
// expect: rejected
// note: throws though the body came to its end without noticing the cancel
var loop = Task.current().loop();
var cancellation = Task.current().cancellation();
var block = Block.plain();
var timer = loop.after(limit, () -> cancellation.cancel(block));
cancellation.enter(block);
try {
    var result = body.call();
    if (cancellation.isOnItsWay(block)) {
        throw new CancellationException();
    }
    return result;
} catch (Throwable e) {
    if (cancellation.isOnItsWay(block)) {
        throw timeIsUp(limit, e);
    }
    throw e;
} finally {
    loop.cancel(timer);
    cancellation.leave(block);
}

// exercise: 5.10
// expect: either
// note: an error that the body makes of the cancel does not say that the time was up
var loop = Task.current().loop();
var cancellation = Task.current().cancellation();
var block = Block.plain();
var timer = loop.after(limit, () -> cancellation.cancel(block));
cancellation.enter(block);
try {
    return body.call();
} catch (Exception e) {
    if (cancellation.isOnItsWay(block)) {
        throw timeIsUp(limit, e);
    }
    throw e;
} finally {
    loop.cancel(timer);
    cancellation.leave(block);
}

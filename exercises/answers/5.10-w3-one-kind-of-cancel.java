// exercise: 5.10
// expect: rejected
// note: knows the cancel of our own waits only
var loop = Task.current().loop();
var cancellation = Task.current().cancellation();
var block = Block.plain();
var timer = loop.after(limit, () -> cancellation.cancel(block));
cancellation.enter(block);
try {
    return body.call();
} catch (CancellationException e) {
    if (cancellation.isOnItsWay(block)) {
        throw timeIsUp(limit, e);
    }
    throw e;
} finally {
    loop.cancel(timer);
    cancellation.leave(block);
}

// exercise: 5.10
// expect: rejected
// note: keeps all other cancels out for as long as the body runs
var loop = Task.current().loop();
var cancellation = Task.current().cancellation();
var block = Block.shield();
var timer = loop.after(limit, () -> cancellation.cancel(block));
cancellation.enter(block);
try {
    return body.call();
} catch (Throwable e) {
    if (cancellation.isOnItsWay(block)) {
        throw timeIsUp(limit, e);
    }
    throw e;
} finally {
    loop.cancel(timer);
    cancellation.leave(block);
}

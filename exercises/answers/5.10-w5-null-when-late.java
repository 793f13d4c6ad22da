// exercise: 5.10
// expect: rejected
// note: gives null when the time was up
var loop = Task.current().loop();
var cancellation = Task.current().cancellation();
var block = Block.plain();
var timer = loop.after(limit, () -> cancellation.cancel(block));
cancellation.enter(block);
try {
    return body.call();
} catch (Throwable e) {
    if (cancellation.isOnItsWay(block)) {
        return null;
    }
    throw e;
} finally {
    loop.cancel(timer);
    cancellation.leave(block);
}

// exercise: 5.10
// expect: rejected
// note: wraps what the body threw
var loop = Task.current().loop();
var cancellation = Task.current().cancellation();
var block = Block.plain();
var timer = loop.after(limit, () -> cancellation.cancel(block));
cancellation.enter(block);
try {
    return body.call();
} catch (Throwable e) {
    if (cancellation.isOnItsWay(block)) {
        throw timeIsUp(limit, e);
    }
    throw new java.util.concurrent.ExecutionException(e);
} finally {
    loop.cancel(timer);
    cancellation.leave(block);
}

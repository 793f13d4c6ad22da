// exercise: 5.10
// expect: rejected
// note: takes a timer that has fired for the reason of the failure
var loop = Task.current().loop();
var cancellation = Task.current().cancellation();
var block = Block.plain();
var timer = loop.after(limit, () -> cancellation.cancel(block));
cancellation.enter(block);
try {
    return body.call();
} catch (Throwable e) {
    if (!timer.isPending()) {
        throw timeIsUp(limit, e);
    }
    throw e;
} finally {
    loop.cancel(timer);
    cancellation.leave(block);
}

// exercise: 5.10
// expect: solved
// note: cleans up between what the body threw and what is thrown
var loop = Task.current().loop();
var cancellation = Task.current().cancellation();
var block = Block.plain();
var timer = loop.after(limit, () -> cancellation.cancel(block));
cancellation.enter(block);
Throwable thrown = null;
T result = null;
try {
    result = body.call();
} catch (Throwable e) {
    thrown = e;
    if (cancellation.isOnItsWay(block)) {
        thrown = timeIsUp(limit, e);
    }
} finally {
    cancellation.leave(block);
    loop.cancel(timer);
}
if (thrown != null) {
    throw Outcome.asException(thrown);
}
return result;

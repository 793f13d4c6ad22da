// exercise: 5.10
// expect: solved
// note: names both kinds of what may be thrown
var current = Task.current();
var loop = current.loop();
var block = Block.plain();
current.cancellation().enter(block);
var timer = loop.after(limit, () -> current.cancellation().cancel(block));
try {
    return body.call();
} catch (Exception | Error e) {
    if (current.cancellation().isOnItsWay(block)) {
        throw timeIsUp(limit, e);
    }
    throw e;
} finally {
    loop.cancel(timer);
    current.cancellation().leave(block);
}

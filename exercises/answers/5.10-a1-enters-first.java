// exercise: 5.10
// expect: solved
// note: the timer is set within the block, and taken back within it
var task = Task.current();
var cancellation = task.cancellation();
var block = Block.plain();
cancellation.enter(block);
try {
    var timer = task.loop().after(limit, () -> cancellation.cancel(block));
    try {
        return body.call();
    } finally {
        task.loop().cancel(timer);
    }
} catch (Throwable e) {
    if (cancellation.isOnItsWay(block)) {
        throw timeIsUp(limit, e);
    }
    throw e;
} finally {
    cancellation.leave(block);
}

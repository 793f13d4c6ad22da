// exercise: 5.10
// expect: either
// note: asks in time whose cancel it was, but makes the exception after it has left: an interrupted channel looks like another failure then
var loop = Task.current().loop();
var cancellation = Task.current().cancellation();
var block = Block.plain();
var timer = loop.after(limit, () -> cancellation.cancel(block));
cancellation.enter(block);
Throwable thrown;
boolean ours;
try {
    var result = body.call();
    loop.cancel(timer);
    cancellation.leave(block);
    return result;
} catch (Throwable e) {
    thrown = e;
    ours = cancellation.isOnItsWay(block);
    loop.cancel(timer);
    cancellation.leave(block);
}
throw ours ? timeIsUp(limit, thrown) : Outcome.asException(thrown);

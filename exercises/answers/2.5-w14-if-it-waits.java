// exercise: 2.5
// expect: rejected
// note: wakes the loop if it waits; a thread in a system call is RUNNABLE
closing = true;
if (loop.getState() == Thread.State.WAITING) {
    selector.wakeup();
}
EchoServer.awaitEnd(loop);

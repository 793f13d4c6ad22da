// exercise: 2.5
// expect: rejected
// note: waits with a whole CPU
closing = true;
selector.wakeup();
while (loop.isAlive()) {
    Thread.onSpinWait();
}

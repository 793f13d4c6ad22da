// exercise: 2.5
// expect: rejected
// note: waits whoever interrupts it, and keeps that to itself
closing = true;
selector.wakeup();
while (loop.isAlive()) {
    try {
        loop.join();
    } catch (InterruptedException _) {
        // wait on
    }
}

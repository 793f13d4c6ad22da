// exercise: 2.5
// expect: rejected
// note: who is interrupted returns and leaves the loop behind
closing = true;
selector.wakeup();
try {
    loop.join();
} catch (InterruptedException _) {
    Thread.currentThread().interrupt();
}

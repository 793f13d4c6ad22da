// exercise: 2.5
// expect: rejected
// note: waits for the grace, and then no longer
closing = true;
selector.wakeup();
try {
    loop.join(Math.max(1, options.grace().toMillis() / 2));
} catch (InterruptedException _) {
    Thread.currentThread().interrupt();
}

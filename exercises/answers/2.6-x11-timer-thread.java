// exercise: 2.6
// expect: rejected
// note: another thread restores the interest, and nobody wakes the selector or knows the time
if (!failing) {
    LOG.log(Level.WARNING, "cannot accept a connection, will try again: " + failure.getMessage());
}
failing = true;
key.interestOps(0);
Thread.ofVirtual().start(() -> {
    try {
        Thread.sleep(100);
        key.interestOps(SelectionKey.OP_ACCEPT);
    } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
    }
});

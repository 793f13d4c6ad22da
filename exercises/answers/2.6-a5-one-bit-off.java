// exercise: 2.6
// expect: solved
// note: takes away the one operation
if (!failing) {
    LOG.log(Level.WARNING, "cannot accept a connection, will try again: " + failure.getMessage());
}
failing = true;

resumeAt = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
key.interestOpsAnd(~SelectionKey.OP_ACCEPT);

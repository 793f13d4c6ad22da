// exercise: 2.6
// expect: rejected
// note: waits in the selector, within a handler
if (!failing) {
    LOG.log(Level.WARNING, "cannot accept a connection, will try again: " + failure.getMessage());
}
failing = true;
try {
    key.interestOps(0);
    key.selector().select(TimeUnit.NANOSECONDS.toMillis(PAUSE_NANOS));
    key.interestOps(SelectionKey.OP_ACCEPT);
} catch (IOException e) {
    throw new java.io.UncheckedIOException(e);
}

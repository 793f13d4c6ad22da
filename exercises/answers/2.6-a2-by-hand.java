// exercise: 2.6
// expect: solved
// note: the two lines of pause, in the other order
if (!failing) {
    LOG.log(Level.WARNING, "cannot accept a connection, will try again: " + failure.getMessage());
}
failing = true;
key.interestOps(0);
resumeAt = System.nanoTime() + PAUSE_NANOS;

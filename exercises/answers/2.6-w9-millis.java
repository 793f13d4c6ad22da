// exercise: 2.6
// expect: rejected
// note: adds milliseconds to nanoseconds
if (!failing) {
    LOG.log(Level.WARNING, "cannot accept a connection, will try again: " + failure.getMessage());
}
failing = true;
key.interestOps(0);
resumeAt = System.nanoTime() + 100;

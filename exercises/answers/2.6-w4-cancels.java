// exercise: 2.6
// expect: rejected
// note: cancels the key
if (!failing) {
    LOG.log(Level.WARNING, "cannot accept a connection, will try again: " + failure.getMessage());
}
failing = true;
resumeAt = System.nanoTime() + PAUSE_NANOS;
key.cancel();

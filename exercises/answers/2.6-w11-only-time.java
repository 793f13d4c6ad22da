// exercise: 2.6
// expect: rejected
// note: notes the time and keeps the interest
if (!failing) {
    LOG.log(Level.WARNING, "cannot accept a connection, will try again: " + failure.getMessage());
}
failing = true;
resumeAt = System.nanoTime() + PAUSE_NANOS;

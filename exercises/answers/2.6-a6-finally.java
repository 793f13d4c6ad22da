// exercise: 2.6
// expect: either
// note: pauses whatever the log does
try {
    if (!failing) {
        LOG.log(Level.WARNING, "cannot accept a connection, will try again: {0}", failure);
    }
} finally {
    failing = true;
    pause();
}

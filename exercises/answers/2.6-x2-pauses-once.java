// exercise: 2.6
// expect: rejected
// note: pauses only after the first failure of a row
if (!failing) {
    LOG.log(Level.WARNING, "cannot accept a connection, will try again: " + failure.getMessage());
    failing = true;
    pause();
}

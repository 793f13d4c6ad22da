// exercise: 2.6
// expect: rejected
// note: does not remember that it said so
if (!failing) {
    LOG.log(Level.WARNING, "cannot accept a connection, will try again: " + failure.getMessage());
}
pause();

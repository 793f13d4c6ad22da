// exercise: 2.6
// expect: rejected
// note: says so each time
LOG.log(Level.WARNING, "cannot accept a connection, will try again: " + failure.getMessage());
pause();

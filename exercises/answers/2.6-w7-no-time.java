// exercise: 2.6
// expect: rejected
// note: no interest, and no time at which it comes back
if (!failing) {
    LOG.log(Level.WARNING, "cannot accept a connection, will try again: " + failure.getMessage());
}
failing = true;
key.interestOps(0);

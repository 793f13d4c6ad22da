// exercise: 2.6
// expect: rejected
// note: closes the listener
if (!failing) {
    LOG.log(Level.WARNING, "cannot accept a connection, will try again: " + failure.getMessage());
}
failing = true;
close();

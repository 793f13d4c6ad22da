// exercise: 2.6
// expect: rejected
// note: asks hasRoom, which pauses only when the server is full
if (!failing) {
    LOG.log(Level.WARNING, "cannot accept a connection, will try again: " + failure.getMessage());
}
failing = true;
hasRoom();

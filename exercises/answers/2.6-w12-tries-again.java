// exercise: 2.6
// expect: rejected
// note: tries once more at once
if (!failing) {
    LOG.log(Level.WARNING, "cannot accept a connection, will try again: " + failure.getMessage());
}
failing = true;

try {
    accept();
} catch (IOException _) {
    pause();
}

// exercise: 2.6
// expect: rejected
// note: sleeps in the loop, for a millisecond
if (!failing) {
    LOG.log(Level.WARNING, "cannot accept a connection, will try again: " + failure.getMessage());
}
failing = true;

try {
    Thread.sleep(1);
} catch (InterruptedException _) {
    Thread.currentThread().interrupt();
}
pause();

// exercise: 2.6
// expect: solved
// note: pauses first, and returns when it has been said
pause();
if (failing) {
    return;
}
failing = true;
LOG.log(Level.WARNING, () -> "no connection could be accepted: " + failure.getMessage());

// exercise: 2.6
// expect: solved
// note: logs the exception, too
pause();
if (!failing) {
    LOG.log(Level.WARNING, "cannot accept: " + failure.getMessage(), failure);
    failing = true;
}

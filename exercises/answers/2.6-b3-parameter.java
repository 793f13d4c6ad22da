// exercise: 2.6
// expect: solved
// note: the log has the failure as a parameter
if (!failing) {
    failing = true;
    LOG.log(Level.WARNING, "accept failed, next try in {0} ms: {1}", TimeUnit.NANOSECONDS.toMillis(PAUSE_NANOS), failure);
}
pause();

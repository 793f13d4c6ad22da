// exercise: 2.7
// expect: solved
// note: compares moments, not times
if (interval == 0) {
    return millis;
}
final long now = System.nanoTime();
long until = nextLook;
if (millis > 0) {
    long end = now + TimeUnit.MILLISECONDS.toNanos(millis);
    if (end - until < 0) {
        until = end;
    }
}
long sleep = (until - now) / 1_000_000;
if (sleep < 1) {
    sleep = 1;
}
return sleep;

// exercise: 2.7
// expect: rejected
// note: compares milliseconds with nanoseconds
if (interval == 0) {
    return millis;
}
var nanos = nextLook - System.nanoTime();
if (millis == 0 || millis > nanos) {
    return Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos));
}
return millis;

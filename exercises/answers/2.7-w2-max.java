// exercise: 2.7
// expect: rejected
// note: the longer of both
if (interval == 0) {
    return millis;
}
var left = Math.max(1, TimeUnit.NANOSECONDS.toMillis(nextLook - System.nanoTime()));
return Math.max(millis, left);

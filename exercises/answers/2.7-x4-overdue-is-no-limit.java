// exercise: 2.7
// expect: rejected
// note: when it is time to look, the look does not limit any more
if (interval == 0) {
    return millis;
}
var left = TimeUnit.NANOSECONDS.toMillis(nextLook - System.nanoTime());
if (left <= 0) {
    return millis;
}
return millis == 0 ? left : Math.min(millis, left);

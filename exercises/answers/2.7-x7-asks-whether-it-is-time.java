// exercise: 2.7
// expect: rejected
// note: asks isTimeToLook, which says so only once
if (interval == 0) {
    return millis;
}
if (isTimeToLook()) {
    return 1;
}
var left = Math.max(1, TimeUnit.NANOSECONDS.toMillis(nextLook - System.nanoTime()));
return millis == 0 ? left : Math.min(millis, left);

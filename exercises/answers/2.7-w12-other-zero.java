// exercise: 2.7
// expect: rejected
// note: no limit on silence is no sleep at all
if (interval == 0) {
    return 1;
}
var left = Math.max(1, TimeUnit.NANOSECONDS.toMillis(nextLook - System.nanoTime()));
return millis == 0 ? left : Math.min(millis, left);

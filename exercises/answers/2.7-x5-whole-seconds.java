// exercise: 2.7
// expect: rejected
// note: counts whole seconds, and wakes each millisecond in the last
if (interval == 0) {
    return millis;
}
var left = Math.max(1, TimeUnit.NANOSECONDS.toSeconds(nextLook - System.nanoTime()) * 1_000);
return millis == 0 ? left : Math.min(millis, left);

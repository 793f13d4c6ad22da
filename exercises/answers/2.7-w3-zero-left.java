// exercise: 2.7
// expect: rejected
// note: gives 0 when it is time
if (interval == 0) {
    return millis;
}
var left = Math.max(0, TimeUnit.NANOSECONDS.toMillis(nextLook - System.nanoTime()));
return millis == 0 ? left : Math.min(millis, left);

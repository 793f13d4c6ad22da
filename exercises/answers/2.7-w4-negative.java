// exercise: 2.7
// expect: rejected
// note: gives less than 0 when it is time
if (interval == 0) {
    return millis;
}
var left = TimeUnit.NANOSECONDS.toMillis(nextLook - System.nanoTime());
return millis == 0 ? left : Math.min(millis, left);

// exercise: 2.7
// expect: rejected
// note: counts from the wrong end
if (interval == 0) {
    return millis;
}
var left = Math.max(1, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nextLook));
return millis == 0 ? left : Math.min(millis, left);

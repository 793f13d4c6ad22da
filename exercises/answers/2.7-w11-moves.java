// exercise: 2.7
// expect: rejected
// note: moves the next look each time that it is asked
if (interval == 0) {
    return millis;
}
nextLook = System.nanoTime() + interval;
var left = Math.max(1, TimeUnit.NANOSECONDS.toMillis(interval));
return millis == 0 ? left : Math.min(millis, left);

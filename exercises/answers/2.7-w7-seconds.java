// exercise: 2.7
// expect: rejected
// note: gives seconds
if (interval == 0) {
    return millis;
}
var left = Math.max(1, TimeUnit.NANOSECONDS.toSeconds(nextLook - System.nanoTime()));
return millis == 0 ? left : Math.min(millis, left);

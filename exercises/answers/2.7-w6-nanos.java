// exercise: 2.7
// expect: rejected
// note: gives nanoseconds
if (interval == 0) {
    return millis;
}
var left = Math.max(1, nextLook - System.nanoTime());
return millis == 0 ? left : Math.min(millis, left);

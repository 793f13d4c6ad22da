// exercise: 2.7
// expect: solved
// note: as the step has it
if (interval == 0) {
    return millis;
}
var left = Math.max(1, TimeUnit.NANOSECONDS.toMillis(nextLook - System.nanoTime()));
return millis == 0 ? left : Math.min(millis, left);

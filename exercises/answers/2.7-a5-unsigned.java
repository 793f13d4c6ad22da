// exercise: 2.7
// expect: solved
// note: 0 minus 1 is the largest number without a sign
if (interval == 0) {
    return millis;
}
long left = Math.max(1, Duration.ofNanos(nextLook - System.nanoTime()).toMillis());
return Long.compareUnsigned(millis - 1, left - 1) < 0 ? millis : left;

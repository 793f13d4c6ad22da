// exercise: 2.7
// expect: solved
// note: makes a number of no limit
if (interval == 0) {
    return millis;
}
long wanted = millis == 0 ? Long.MAX_VALUE : millis;
long left = (nextLook - System.nanoTime()) / 1_000_000;
return Math.max(1, Math.min(wanted, left));

// exercise: 2.7
// expect: solved
// note: no min and no max
if (interval != 0) {
    long left = (nextLook - System.nanoTime()) / 1_000_000;
    if (left < 1) {
        left = 1;
    }
    if (millis == 0 || left < millis) {
        return left;
    }
}
return millis;

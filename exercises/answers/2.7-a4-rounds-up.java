// exercise: 2.7
// expect: solved
// note: rounds up, so that it does not wake too early
if (interval == 0) {
    return millis;
}
long nanos = nextLook - System.nanoTime();
long left = nanos <= 0 ? 1 : (nanos + 999_999) / 1_000_000;
return millis > 0 && millis < left ? millis : left;

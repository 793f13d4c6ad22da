// exercise: 4.3
// expect: solved
// note: returns when there is nothing to do
if (count < buffer.length) {
    fullReads = 0;
    return;
}
fullReads = (fullReads + 1) % FULL_READS_IN_A_ROW;
if (fullReads != 0) {
    return;
}
LockSupport.parkNanos(this, 1);

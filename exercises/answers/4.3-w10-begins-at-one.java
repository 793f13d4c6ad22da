// exercise: 4.3
// expect: rejected
// note: after the first time the share is smaller
fullReads = count < buffer.length ? 0 : fullReads + 1;
if (fullReads == FULL_READS_IN_A_ROW) {
    fullReads = 1;
    LockSupport.parkNanos(1);
}

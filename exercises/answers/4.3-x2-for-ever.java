// exercise: 4.3
// expect: rejected
// note: waits until somebody wakes it, and nobody does
fullReads = count < buffer.length ? 0 : fullReads + 1;
if (fullReads == FULL_READS_IN_A_ROW) {
    fullReads = 0;
    LockSupport.park();
}

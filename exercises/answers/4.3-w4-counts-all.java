// exercise: 4.3
// expect: rejected
// note: counts short reads, too
fullReads++;
if (fullReads == FULL_READS_IN_A_ROW) {
    fullReads = 0;
    LockSupport.parkNanos(1);
}

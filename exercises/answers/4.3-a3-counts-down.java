// exercise: 4.3
// expect: solved
// note: counts the other way round
fullReads = count == buffer.length ? fullReads - 1 : 0;
if (fullReads == -FULL_READS_IN_A_ROW) {
    fullReads = 0;
    LockSupport.parkNanos(100);
}

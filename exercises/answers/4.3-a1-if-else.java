// exercise: 4.3
// expect: solved
// note: ifs instead of the operator
if (count < buffer.length) {
    fullReads = 0;
} else if (++fullReads == FULL_READS_IN_A_ROW) {
    LockSupport.parkNanos(1);
    fullReads = 0;
}

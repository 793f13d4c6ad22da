// exercise: 4.3
// expect: rejected
// note: a short read does not begin anew
if (count == buffer.length) {
    fullReads++;
}
if (fullReads == FULL_READS_IN_A_ROW) {
    fullReads = 0;
    LockSupport.parkNanos(1);
}

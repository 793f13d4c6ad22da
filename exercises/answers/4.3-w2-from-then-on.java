// exercise: 4.3
// expect: rejected
// note: waits at each read from the 16th on
fullReads = count < buffer.length ? 0 : fullReads + 1;
if (fullReads >= FULL_READS_IN_A_ROW) {
    LockSupport.parkNanos(1);
}

// exercise: 4.3
// expect: rejected
// note: waits a second, which is not however short
fullReads = count < buffer.length ? 0 : fullReads + 1;
if (fullReads == FULL_READS_IN_A_ROW) {
    fullReads = 0;
    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
}

// exercise: 4.3
// expect: solved
// note: never set back, but for short reads
fullReads = count < buffer.length ? 0 : fullReads + 1;
if (fullReads > 0 && fullReads % FULL_READS_IN_A_ROW == 0) {
    LockSupport.parkNanos(1);
}

// exercise: 4.3
// expect: rejected
// note: zero is a multiple, too, so each short read waits twice
fullReads = count < buffer.length ? 0 : fullReads + 1;
if (fullReads % FULL_READS_IN_A_ROW == 0) {
    LockSupport.parkNanos(1);
}

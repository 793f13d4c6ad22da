// exercise: 4.3
// expect: rejected
// note: the interrupt that cuts the connection is lost while it sleeps
fullReads = count < buffer.length ? 0 : fullReads + 1;
if (fullReads == FULL_READS_IN_A_ROW) {
    fullReads = 0;
    try {
        Thread.sleep(1);
    } catch (InterruptedException e) {
        // goes on
    }
}

// exercise: 4.3
// expect: solved
// note: joins itself for a millisecond
if (count != buffer.length) {
    fullReads = 0;
} else {
    fullReads = (fullReads + 1) % FULL_READS_IN_A_ROW;
    if (fullReads == 0) {
        try {
            Thread.currentThread().join(1);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}

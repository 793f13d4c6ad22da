// exercise: 4.3
// expect: solved
// note: waits a millisecond for a monitor that nobody notifies
if (count < buffer.length) {
    fullReads = 0;
    return;
}
fullReads++;
if (fullReads < FULL_READS_IN_A_ROW) {
    return;
}
fullReads = 0;
var nobody = new Object();
synchronized (nobody) {
    try {
        nobody.wait(1);
    } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
    }
}

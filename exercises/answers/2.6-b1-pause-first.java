// exercise: 2.6
// expect: solved
// note: pauses first, and leaves when the log has had its line
pause();
if (failing) {
    return;
}
failing = true;
LOG.log(Level.WARNING, "out of descriptors? Next try in 100 ms", failure);

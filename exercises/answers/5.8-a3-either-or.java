// exercise: 5.8
// expect: solved
// note: in one round it waits, or else it accepts
while (true) {
    giveWay();
    requireOpen();
    if (readable) {
        accept(handler);
    } else {
        awaitReadable();
    }
}

// exercise: 5.8
// expect: solved
// note: gives way between the event and the client, and looks again
requireOpen();
while (true) {
    if (!readable) {
        awaitReadable();
    }
    giveWay();
    requireOpen();
    accept(handler);
}

// exercise: 5.8
// expect: solved
// note: a loop for the events, and one for the clients of an event
while (true) {
    requireOpen();
    awaitReadable();
    while (readable) {
        accept(handler);
        giveWay();
        requireOpen();
    }
}

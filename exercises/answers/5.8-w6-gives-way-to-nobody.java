// exercise: 5.8
// expect: rejected
// note: gives way only when it would wait anyway
while (true) {
    requireOpen();
    if (!readable) {
        giveWay();
        requireOpen();
        awaitReadable();
    }
    accept(handler);
}

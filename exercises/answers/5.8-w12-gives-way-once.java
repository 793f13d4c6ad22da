// exercise: 5.8
// expect: rejected
// note: gives way before the first client, and never again
giveWay();
while (true) {
    requireOpen();
    if (!readable) {
        awaitReadable();
    }
    accept(handler);
}

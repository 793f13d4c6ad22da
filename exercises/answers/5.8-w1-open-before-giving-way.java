// exercise: 5.8
// expect: rejected
// note: asks whether it is open before it gives way, and not after: others may have closed it
while (true) {
    requireOpen();
    giveWay();
    if (!readable) {
        awaitReadable();
    }
    accept(handler);
}

// exercise: 5.8
// expect: rejected
// note: accepts before it looks whether it is open, and whether anybody has come
while (true) {
    accept(handler);
    giveWay();
    requireOpen();
    if (!readable) {
        awaitReadable();
    }
}

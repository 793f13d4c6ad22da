// exercise: 5.8
// expect: rejected
// note: ends when the first crowd is in
requireOpen();
awaitReadable();
while (readable) {
    giveWay();
    requireOpen();
    accept(handler);
}

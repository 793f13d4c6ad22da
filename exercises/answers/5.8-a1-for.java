// exercise: 5.8
// expect: solved
// note: gives way at the end of each round
for (; ; giveWay()) {
    requireOpen();
    while (!readable) {
        awaitReadable();
    }
    accept(handler);
}

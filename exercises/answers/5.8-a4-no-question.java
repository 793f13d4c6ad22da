// exercise: 5.8
// expect: solved
// note: leaves it to awaitReadable whether there is anything to wait for
do {
    giveWay();
    requireOpen();
    awaitReadable();
    accept(handler);
} while (true);

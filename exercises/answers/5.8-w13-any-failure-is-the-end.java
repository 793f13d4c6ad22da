// exercise: 5.8
// expect: rejected
// note: returns at any failure, and nobody hears of it
try {
    while (true) {
        giveWay();
        requireOpen();
        if (!readable) {
            awaitReadable();
        }
        accept(handler);
    }
} catch (IOException _) {
    return;
}

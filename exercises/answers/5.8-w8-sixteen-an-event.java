// exercise: 5.8
// expect: rejected
// note: accepts sixteen an event and leaves the others in the backlog
while (true) {
    giveWay();
    requireOpen();
    awaitReadable();
    for (var i = 0; i < 16 && readable; i++) {
        accept(handler);
    }
    readable = false;
}

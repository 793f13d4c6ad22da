// exercise: 5.8
// expect: rejected
// note: waits for the first client only, and asks the kernel all the time from then on
awaitReadable();
while (true) {
    giveWay();
    requireOpen();
    accept(handler);
}

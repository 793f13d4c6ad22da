// exercise: 5.8
// expect: rejected
// note: asks the kernel all the time
while (true) {
    giveWay();
    requireOpen();
    accept(handler);
}

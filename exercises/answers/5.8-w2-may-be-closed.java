// exercise: 5.8
// expect: rejected
// note: never asks whether it is open
while (true) {
    giveWay();
    if (!readable) {
        awaitReadable();
    }
    accept(handler);
}

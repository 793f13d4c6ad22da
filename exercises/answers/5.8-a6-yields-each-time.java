// exercise: 5.8
// expect: either
// note: lets the others run after each client, however few there were
while (true) {
    requireOpen();
    if (!readable) {
        awaitReadable();
    }
    accept(handler);
    Task.yield();
}

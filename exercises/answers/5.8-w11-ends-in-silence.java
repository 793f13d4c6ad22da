// exercise: 5.8
// expect: rejected
// note: returns when the listener is closed, as if nothing had been
try {
    while (true) {
        giveWay();
        requireOpen();
        if (!readable) {
            awaitReadable();
        }
        accept(handler);
    }
} catch (java.nio.channels.ClosedChannelException _) {
    return;
}

// exercise: 5.8
// expect: rejected
// note: takes a cancel for something that passes
while (true) {
    try {
        giveWay();
        requireOpen();
        if (!readable) {
            awaitReadable();
        }
        accept(handler);
    } catch (java.util.concurrent.CancellationException e) {
        LOG.log(Level.DEBUG, "accepting goes on", e);
    }
}

// exercise: 5.8
// expect: rejected
// note: takes its own end for a client's bad luck, and goes round for ever
while (true) {
    try {
        giveWay();
        requireOpen();
        if (!readable) {
            awaitReadable();
        }
        accept(handler);
    } catch (IOException e) {
        LOG.log(Level.DEBUG, "a client is lost", e);
    }
}

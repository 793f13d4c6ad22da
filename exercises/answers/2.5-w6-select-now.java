// exercise: 2.5
// expect: rejected
// note: selectNow instead of wakeup: it waits for the lock that the sleeping loop holds
closing = true;
try {
    selector.selectNow();
} catch (IOException e) {
    throw new UncheckedIOException(e);
}
EchoServer.awaitEnd(loop);

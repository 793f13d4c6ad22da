// exercise: 2.5
// expect: rejected
// note: does what the loop does, in the caller's thread
closing = true;
selector.wakeup();
try {
    letConnectionsFinish();
} catch (IOException e) {
    throw new UncheckedIOException(e);
}
EchoServer.awaitEnd(loop);

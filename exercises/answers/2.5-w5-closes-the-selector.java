// exercise: 2.5
// expect: rejected
// note: closes the selector under the loop
closing = true;
try {
    selector.close();
} catch (IOException e) {
    throw new UncheckedIOException("the selector did not close", e);
}
EchoServer.awaitEnd(loop);

// exercise: 2.5
// expect: solved
// note: waits in a finally
try {
    closing = true;
    selector.wakeup();
} finally {
    EchoServer.awaitEnd(loop);
}

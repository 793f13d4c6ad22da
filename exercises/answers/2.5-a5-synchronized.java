// exercise: 2.5
// expect: solved
// note: one caller after the other
synchronized (this) {
    closing = true;
    selector.wakeup();
    EchoServer.awaitEnd(loop);
}

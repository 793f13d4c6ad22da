// exercise: 2.5
// expect: solved
// note: a second call says nothing again, but waits as well
if (!closing) {
    closing = true;
    selector.wakeup();
}
EchoServer.awaitEnd(loop);

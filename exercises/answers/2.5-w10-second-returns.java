// exercise: 2.5
// expect: rejected
// note: a second call returns before the first has
if (closing) {
    return;
}
closing = true;
selector.wakeup();
EchoServer.awaitEnd(loop);

// exercise: 2.5
// expect: rejected
// note: waits before it wakes
closing = true;
EchoServer.awaitEnd(loop);
selector.wakeup();

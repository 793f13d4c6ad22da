// exercise: 2.5
// expect: rejected
// note: wakes, but says nothing
selector.wakeup();
EchoServer.awaitEnd(loop);

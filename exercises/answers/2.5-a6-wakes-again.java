// exercise: 2.5
// expect: solved
// note: wakes, says it, and wakes again
selector.wakeup();
closing = true;
selector.wakeup();
EchoServer.awaitEnd(loop);

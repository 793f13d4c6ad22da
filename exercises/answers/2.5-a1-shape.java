// exercise: 2.5
// expect: solved
// note: flag, wake-up, wait
closing = true;
selector.wakeup();
EchoServer.awaitEnd(loop);

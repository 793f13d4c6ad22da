// exercise: 2.5
// expect: rejected
// note: wakes before it says why: the loop may be asleep again
selector.wakeup();
closing = true;
EchoServer.awaitEnd(loop);

// exercise: 2.5
// expect: rejected
// note: wakes it and interrupts it to be sure: the loop spins through the grace
closing = true;
selector.wakeup();
loop.interrupt();
EchoServer.awaitEnd(loop);

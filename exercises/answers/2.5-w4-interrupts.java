// exercise: 2.5
// expect: rejected
// note: interrupts the loop, which never sleeps again: it spins through the grace
closing = true;
loop.interrupt();
EchoServer.awaitEnd(loop);

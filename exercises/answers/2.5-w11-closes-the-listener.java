// exercise: 2.5
// expect: rejected
// note: closes the listening channel in the caller's thread, under the loop
closing = true;
acceptor.close();
selector.wakeup();
EchoServer.awaitEnd(loop);

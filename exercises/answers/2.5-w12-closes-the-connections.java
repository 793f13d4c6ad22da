// exercise: 2.5
// expect: rejected
// note: cuts the clients in the caller's thread, without a grace
closing = true;
connections().forEach(Connection::close);
selector.wakeup();
EchoServer.awaitEnd(loop);

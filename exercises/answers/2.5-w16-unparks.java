// exercise: 2.5
// expect: rejected
// note: unparks the thread, which is not parked but in select
closing = true;
java.util.concurrent.locks.LockSupport.unpark(loop);
EchoServer.awaitEnd(loop);

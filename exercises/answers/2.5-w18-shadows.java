// exercise: 2.5
// expect: rejected
// note: a variable of the same name
var closing = true;
if (closing) {
    selector.wakeup();
}
EchoServer.awaitEnd(loop);

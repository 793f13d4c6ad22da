// exercise: 2.5
// expect: solved
// note: waits by hand, and keeps the interrupt
closing = true;
selector.wakeup();
var interrupted = false;
while (true) {
    try {
        loop.join();
        break;
    } catch (InterruptedException e) {
        interrupted = true;
    }
}
if (interrupted) {
    Thread.currentThread().interrupt();
}

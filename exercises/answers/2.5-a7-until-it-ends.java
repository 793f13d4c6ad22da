// exercise: 2.5
// expect: solved
// note: wakes again and again, ten times a second, until the loop has ended: harmless
closing = true;
var interrupted = Thread.interrupted();
while (loop.isAlive()) {
    selector.wakeup();
    try {
        loop.join(100);
    } catch (InterruptedException _) {
        interrupted = true;
    }
}
if (interrupted) {
    Thread.currentThread().interrupt();
}

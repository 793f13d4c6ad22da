// exercise: 5.6
// expect: solved
// note: notes down who waits, and wakes them one by one
loop.requireOnLoop();
var first = !closed;
closed = true;
if (first) {
    loop.forget(this);
    loop.linux.close(fd);
    var waiting = new Thread[] {reader, writer};
    closed();
    for (var thread : waiting) {
        wake(thread);
    }
}

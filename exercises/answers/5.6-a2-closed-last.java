// exercise: 5.6
// expect: solved
// note: wakes first, the writer before the reader: they run only when this task waits
loop.requireOnLoop();
if (closed) {
    return;
}
closed = true;
loop.linux.close(fd);
loop.forget(this);
wake(writer);
wake(reader);
closed();

// exercise: 5.6
// expect: rejected
// note: leaves the writer waiting
loop.requireOnLoop();
if (closed) {
    return;
}
closed = true;
loop.forget(this);
loop.linux.close(fd);
closed();
wake(reader);

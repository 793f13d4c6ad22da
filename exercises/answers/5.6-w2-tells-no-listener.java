// exercise: 5.6
// expect: rejected
// note: does not call closed()
loop.requireOnLoop();
if (closed) {
    return;
}
closed = true;
loop.forget(this);
loop.linux.close(fd);
wake(reader);
wake(writer);

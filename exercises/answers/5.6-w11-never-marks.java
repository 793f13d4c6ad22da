// exercise: 5.6
// expect: rejected
// note: closes and tells, but does not mark it as closed
loop.requireOnLoop();
if (closed) {
    return;
}
loop.forget(this);
loop.linux.close(fd);
closed();
wake(reader);
wake(writer);

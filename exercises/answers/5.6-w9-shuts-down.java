// exercise: 5.6
// expect: rejected
// note: ends both sides, and keeps the descriptor
loop.requireOnLoop();
if (closed) {
    return;
}
closed = true;
loop.forget(this);
loop.linux.shutdown(fd, 2);
closed();
wake(reader);
wake(writer);

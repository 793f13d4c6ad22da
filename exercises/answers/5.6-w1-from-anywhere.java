// exercise: 5.6
// expect: rejected
// note: may be called by any thread
if (closed) {
    return;
}
closed = true;
loop.forget(this);
loop.linux.close(fd);
closed();
wake(reader);
wake(writer);

// exercise: 5.6
// expect: rejected
// note: throws when it is closed already
loop.requireOnLoop();
if (closed) {
    throw new IllegalStateException(this + " is closed");
}
closed = true;
loop.forget(this);
loop.linux.close(fd);
closed();
wake(reader);
wake(writer);

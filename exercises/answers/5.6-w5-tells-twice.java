// exercise: 5.6
// expect: either
// note: calls closed() with each call, which does no harm as long as both kinds of it give up nothing twice
loop.requireOnLoop();
closed();
if (closed) {
    return;
}
closed = true;
loop.forget(this);
loop.linux.close(fd);
wake(reader);
wake(writer);

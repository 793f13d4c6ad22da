// exercise: 5.6
// expect: either
// note: marks it as closed when all is done: right as long as nothing in between asks
loop.requireOnLoop();
if (closed) {
    return;
}
loop.forget(this);
loop.linux.close(fd);
wake(reader);
wake(writer);
closed();
closed = true;

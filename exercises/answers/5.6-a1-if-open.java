// exercise: 5.6
// expect: solved
// note: everything in a branch of its own
loop.requireOnLoop();
if (!closed) {
    closed = true;
    loop.forget(this);
    loop.linux.close(fd);
    closed();
    wake(reader);
    wake(writer);
}

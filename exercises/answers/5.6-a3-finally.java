// exercise: 5.6
// expect: solved
// note: wakes whatever happens before
loop.requireOnLoop();
if (closed) {
    return;
}
closed = true;
try {
    loop.forget(this);
    loop.linux.close(fd);
    closed();
} finally {
    wake(reader);
    wake(writer);
}

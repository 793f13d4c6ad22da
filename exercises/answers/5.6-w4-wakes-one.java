// exercise: 5.6
// expect: rejected
// note: wakes the writer only when nobody reads
loop.requireOnLoop();
if (closed) {
    return;
}
closed = true;
loop.forget(this);
loop.linux.close(fd);
closed();
if (reader != null) {
    wake(reader);
} else if (writer != null) {
    wake(writer);
}

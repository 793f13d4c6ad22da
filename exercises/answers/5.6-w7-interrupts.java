// exercise: 5.6
// expect: rejected
// note: interrupts who waits, as if the tasks were cancelled
loop.requireOnLoop();
if (closed) {
    return;
}
closed = true;
loop.forget(this);
loop.linux.close(fd);
closed();
if (reader != null) {
    reader.interrupt();
}
if (writer != null) {
    writer.interrupt();
}

// exercise: 5.6
// expect: rejected
// note: closes only what nobody waits for
loop.requireOnLoop();
if (closed) {
    return;
}
closed = true;
if (reader != null || writer != null) {
    wake(reader);
    wake(writer);
    return;
}
loop.forget(this);
loop.linux.close(fd);
closed();

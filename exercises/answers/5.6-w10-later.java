// exercise: 5.6
// expect: rejected
// note: closes the descriptor in a later turn: who has closed it is told that it is, and it is not
loop.requireOnLoop();
if (closed) {
    return;
}
closed = true;
loop.forget(this);
loop.execute(() -> loop.linux.close(fd));
closed();
wake(reader);
wake(writer);

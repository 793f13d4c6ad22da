// exercise: 5.6
// expect: solved
// note: unparks, which does nothing to nobody
loop.requireOnLoop();
if (closed) return;
loop.forget(this);
closed = true;
closed();
loop.linux.close(fd);
LockSupport.unpark(reader);
LockSupport.unpark(writer);

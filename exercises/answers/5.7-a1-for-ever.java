// exercise: 5.7
// expect: solved
// note: waits in a loop of its own, and asks for errors first
giveWay();
requireOpen();
requireNoReader();
var memory = writableMemory(buffer);
if (!buffer.hasRemaining()) {
    return 0;
}
var start = buffer.position();
var room = buffer.remaining();
for (; ; ) {
    while (!readable) {
        awaitReadable();
    }
    var count = loop.linux.recv(fd, from(memory, start), room);
    if (count == -Errno.EAGAIN) {
        readable = false;
        urgent = false;
        continue;
    }
    if (count < 0) {
        throw LinuxException.of("recv", this, count);
    }
    if (count == 0) {
        return -1;
    }
    buffer.position(start + count);
    if (count < room && !ended && !urgent) {
        readable = false;
    }
    return count;
}

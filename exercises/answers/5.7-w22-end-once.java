// exercise: 5.7
// expect: rejected
// note: takes readable back at the end: who reads once more waits for ever
giveWay();
requireOpen();
requireNoReader();
var memory = writableMemory(buffer);
var position = buffer.position();
var room = buffer.limit() - position;
if (room == 0) {
    return 0;
}
while (true) {
    if (!readable) {
        awaitReadable();
    }
    var count = loop.linux.recv(fd, from(memory, position), room);
    if (count > 0) {
        readable = count == room || ended || urgent;
        buffer.position(position + count);
        return count;
    }
    if (count == 0) {
        readable = false;
        return -1;
    }
    if (count != -Errno.EAGAIN) {
        throw LinuxException.of("recv", this, count);
    }
    readable = false;
    urgent = false;
}

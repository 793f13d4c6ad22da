// exercise: 5.7
// expect: rejected
// note: reads to the beginning of the memory, wherever the position is
giveWay();
requireOpen();
requireNoReader();
var memory = writableMemory(buffer);
var room = buffer.remaining();
if (room == 0) {
    return 0;
}
while (true) {
    if (!readable) {
        awaitReadable();
    }
    var count = loop.linux.recv(fd, memory, room);
    if (count > 0) {
        readable = count == room || ended || urgent;
        buffer.position(buffer.position() + count);
        return count;
    }
    if (count == 0) {
        return -1;
    }
    if (count != -Errno.EAGAIN) {
        throw LinuxException.of("recv", this, count);
    }
    readable = false;
    urgent = false;
}

// exercise: 5.7
// expect: rejected
// note: closes the stream at the end of the other side, though there may be something to write still
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
        close();
        return -1;
    }
    if (count != -Errno.EAGAIN) {
        throw LinuxException.of("recv", this, count);
    }
    readable = false;
    urgent = false;
}

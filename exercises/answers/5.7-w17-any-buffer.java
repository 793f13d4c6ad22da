// exercise: 5.7
// expect: rejected
// note: takes the memory itself, and refuses no buffer
giveWay();
requireOpen();
requireNoReader();
var memory = MemorySegment.ofBuffer(buffer.duplicate().clear());
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
        return -1;
    }
    if (count != -Errno.EAGAIN) {
        throw LinuxException.of("recv", this, count);
    }
    readable = false;
    urgent = false;
}

// exercise: 5.7
// expect: solved
// note: takes readable back before it asks, and gives it again where there may be more
giveWay();
requireOpen();
requireNoReader();
var memory = writableMemory(buffer);
var position = buffer.position();
if (position == buffer.limit()) {
    return 0;
}
var room = buffer.limit() - position;
while (true) {
    if (!readable) {
        awaitReadable();
    }
    readable = false;
    var count = loop.linux.recv(fd, from(memory, position), room);
    if (count > 0) {
        buffer.position(position + count);
        if (count == room || ended || urgent) {
            readable = true;
        }
        return count;
    } else if (count == 0) {
        ended = true;
        readable = true;
        return -1;
    } else if (count == -Errno.EAGAIN) {
        urgent = false;
    } else {
        readable = true;
        throw LinuxException.of("recv", this, count);
    }
}

// exercise: 5.7
// expect: rejected
// note: reads until the buffer is full
giveWay();
requireOpen();
requireNoReader();
var memory = writableMemory(buffer);
if (!buffer.hasRemaining()) {
    return 0;
}
var total = 0;
while (buffer.hasRemaining()) {
    if (!readable) {
        awaitReadable();
    }
    var room = buffer.remaining();
    var count = loop.linux.recv(fd, from(memory, buffer.position()), room);
    if (count > 0) {
        readable = count == room || ended || urgent;
        buffer.position(buffer.position() + count);
        total += count;
    } else if (count == 0) {
        return total == 0 ? -1 : total;
    } else if (count == -Errno.EAGAIN) {
        readable = false;
        urgent = false;
    } else {
        throw LinuxException.of("recv", this, count);
    }
}
return total;

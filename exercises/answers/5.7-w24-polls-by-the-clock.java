// exercise: 5.7
// expect: rejected
// note: looks at the flag every few milliseconds, in place of waiting for the event
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
    while (!readable) {
        Task.sleep(Duration.ofMillis(5));
        requireOpen();
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

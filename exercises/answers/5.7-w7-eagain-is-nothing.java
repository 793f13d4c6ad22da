// exercise: 5.7
// expect: rejected
// note: returns 0 when there was nothing, in place of waiting
giveWay();
requireOpen();
requireNoReader();
var memory = writableMemory(buffer);
var position = buffer.position();
var room = buffer.limit() - position;
if (room == 0) {
    return 0;
}
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
if (count == -Errno.EAGAIN) {
    readable = false;
    urgent = false;
    return 0;
}
throw LinuxException.of("recv", this, count);

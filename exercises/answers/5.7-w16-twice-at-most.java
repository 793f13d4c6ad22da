// exercise: 5.7
// expect: rejected
// note: tries a second time after EAGAIN, and takes the next one for a failure
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
if (count == -Errno.EAGAIN) {
    readable = false;
    urgent = false;
    awaitReadable();
    count = loop.linux.recv(fd, from(memory, position), room);
}
if (count < 0) {
    throw LinuxException.of("recv", this, count);
}
if (count == 0) {
    return -1;
}
readable = count == room || ended || urgent;
buffer.position(position + count);
return count;

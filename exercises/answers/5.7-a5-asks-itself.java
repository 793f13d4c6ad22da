// exercise: 5.7
// expect: solved
// note: begins anew after EAGAIN by calling itself
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
    return receive(buffer);
}
if (count < 0) {
    throw LinuxException.of("recv", this, count);
}
if (count > 0) {
    readable = count == room || ended || urgent;
    buffer.position(position + count);
}
return count == 0 ? -1 : count;

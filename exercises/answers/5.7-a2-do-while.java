// exercise: 5.7
// expect: solved
// note: asks until the kernel says something, and looks at it then
giveWay();
requireOpen();
requireNoReader();
var memory = writableMemory(buffer);
var room = buffer.remaining();
if (room == 0) {
    return 0;
}
int count;
do {
    if (!readable) {
        awaitReadable();
    }
    count = loop.linux.recv(fd, from(memory, buffer.position()), room);
    if (count == -Errno.EAGAIN) {
        readable = false;
        urgent = false;
    }
} while (count == -Errno.EAGAIN);
if (count < 0) {
    throw LinuxException.of("recv", this, count);
}
if (count == 0) {
    return -1;
}
readable = ended || urgent || count == room;
buffer.position(buffer.position() + count);
return count;

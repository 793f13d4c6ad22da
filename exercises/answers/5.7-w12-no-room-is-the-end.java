// exercise: 5.7
// expect: rejected
// note: asks the kernel for 0 bytes, and takes the answer for the end
giveWay();
requireOpen();
requireNoReader();
var memory = writableMemory(buffer);
var position = buffer.position();
var room = buffer.limit() - position;
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

// exercise: 5.7
// expect: solved
// note: a switch over what the kernel says
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
    awaitReadable();
    var count = loop.linux.recv(fd, from(memory, position), room);
    switch (count) {
        case 0 -> {
            return -1;
        }
        case -Errno.EAGAIN -> {
            readable = false;
            urgent = false;
        }
        default -> {
            if (count < 0) {
                throw LinuxException.of("recv", this, count);
            }
            readable = count >= room || urgent || ended;
            buffer.position(position + count);
            return count;
        }
    }
}

// exercise: 5.7
// expect: solved
// note: waits where EAGAIN is seen, and has one wait before it
giveWay();
requireOpen();
requireNoReader();
var target = writableMemory(buffer);
if (buffer.remaining() < 1) {
    return 0;
}
int from = buffer.position();
int most = buffer.remaining();
if (!readable) awaitReadable();
int count = loop.linux.recv(fd, from(target, from), most);
while (count == -Errno.EAGAIN) {
    readable = urgent = false;
    awaitReadable();
    count = loop.linux.recv(fd, from(target, from), most);
}
if (count == 0) return -1;
if (count < 0) throw LinuxException.of("recv", this, count);
boolean drained = count < most;
boolean moreIsTold = ended || urgent;
readable = !drained || moreIsTold;
buffer.position(from + count);
return count;

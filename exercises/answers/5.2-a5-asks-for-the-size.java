// exercise: 5.2
// expect: solved
// note: the number stands in the last eight bytes
change.set(JAVA_INT_UNALIGNED, 0, interest);
change.set(JAVA_LONG_UNALIGNED, change.byteSize() - Long.BYTES, data);
var result = EPOLL_CTL.call(errno, epoll, EPOLL_CTL_ADD, fd, change.address());
return result;

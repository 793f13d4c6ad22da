// exercise: 5.2
// expect: solved
// note: writes the number as two halves
var little = java.nio.ByteOrder.nativeOrder() == java.nio.ByteOrder.LITTLE_ENDIAN;
change.set(JAVA_INT_UNALIGNED, 0L, interest);
change.set(JAVA_INT_UNALIGNED, DATA_OFFSET, (int) (little ? data : data >>> 32));
change.set(JAVA_INT_UNALIGNED, DATA_OFFSET + 4L, (int) (little ? data >>> 32 : data));
return EPOLL_CTL.call(errno, epoll, EPOLL_CTL_ADD, fd, change.address());

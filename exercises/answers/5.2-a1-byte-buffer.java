// exercise: 5.2
// expect: solved
// note: writes by a buffer in the machine's order
change.asByteBuffer()
        .order(java.nio.ByteOrder.nativeOrder())
        .putInt(0, interest)
        .putLong(DATA_OFFSET, data);
return EPOLL_CTL.call(errno, epoll, EPOLL_CTL_ADD, fd, change.address());

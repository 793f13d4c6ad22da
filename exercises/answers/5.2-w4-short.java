// exercise: 5.2
// expect: rejected
// note: writes 16 bits of the events: EPOLLET is the 32nd
change.set(JAVA_INT_UNALIGNED, 0, interest & 0xffff);
change.set(JAVA_LONG_UNALIGNED, DATA_OFFSET, data);
return EPOLL_CTL.call(errno, epoll, EPOLL_CTL_ADD, fd, change.address());

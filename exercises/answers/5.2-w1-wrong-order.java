// exercise: 5.2
// expect: rejected
// note: descriptor and operation in the wrong order
change.set(JAVA_INT_UNALIGNED, 0, interest);
change.set(JAVA_LONG_UNALIGNED, DATA_OFFSET, data);
return EPOLL_CTL.call(errno, epoll, fd, EPOLL_CTL_ADD, change.address());

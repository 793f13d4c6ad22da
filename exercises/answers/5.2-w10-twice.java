// exercise: 5.2
// expect: rejected
// note: adds it twice
change.set(JAVA_INT_UNALIGNED, 0, interest);
change.set(JAVA_LONG_UNALIGNED, DATA_OFFSET, data);
EPOLL_CTL.call(errno, epoll, EPOLL_CTL_ADD, fd, change.address());
return EPOLL_CTL.call(errno, epoll, EPOLL_CTL_ADD, fd, change.address());

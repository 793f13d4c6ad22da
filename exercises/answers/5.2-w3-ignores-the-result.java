// exercise: 5.2
// expect: rejected
// note: ignores the result
change.set(JAVA_INT_UNALIGNED, 0, interest);
change.set(JAVA_LONG_UNALIGNED, DATA_OFFSET, data);
EPOLL_CTL.call(errno, epoll, EPOLL_CTL_ADD, fd, change.address());
return 0;

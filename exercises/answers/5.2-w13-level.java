// exercise: 5.2
// expect: rejected
// note: leaves edge-triggering out: it is told again and again
change.set(JAVA_INT_UNALIGNED, 0, interest & ~EPOLLET);
change.set(JAVA_LONG_UNALIGNED, DATA_OFFSET, data);
return EPOLL_CTL.call(errno, epoll, EPOLL_CTL_ADD, fd, change.address());

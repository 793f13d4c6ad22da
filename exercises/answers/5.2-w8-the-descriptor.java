// exercise: 5.2
// expect: rejected
// note: gives the descriptor in place of the number
change.set(JAVA_INT_UNALIGNED, 0, interest);
change.set(JAVA_LONG_UNALIGNED, DATA_OFFSET, (long) fd);
return EPOLL_CTL.call(errno, epoll, EPOLL_CTL_ADD, fd, change.address());

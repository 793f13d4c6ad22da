// exercise: 5.2
// expect: rejected
// note: does not write the number
change.set(JAVA_INT_UNALIGNED, 0, interest);
return EPOLL_CTL.call(errno, epoll, EPOLL_CTL_ADD, fd, change.address());

// exercise: 5.2
// expect: rejected
// note: changes what is not there yet
change.set(JAVA_INT_UNALIGNED, 0, interest);
change.set(JAVA_LONG_UNALIGNED, DATA_OFFSET, data);
return EPOLL_CTL.call(errno, epoll, 3, fd, change.address());

// exercise: 5.2
// expect: rejected
// note: adds bits of its own: it is told once, and never again
change.set(JAVA_INT_UNALIGNED, 0, interest | 1 << 30);
change.set(JAVA_LONG_UNALIGNED, DATA_OFFSET, data);
return EPOLL_CTL.call(errno, epoll, EPOLL_CTL_ADD, fd, change.address());

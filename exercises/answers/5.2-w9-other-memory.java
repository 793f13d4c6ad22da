// exercise: 5.2
// expect: rejected
// note: writes into one memory and passes another
change.set(JAVA_INT_UNALIGNED, 0, interest);
change.set(JAVA_LONG_UNALIGNED, DATA_OFFSET, data);
return EPOLL_CTL.call(errno, epoll, EPOLL_CTL_ADD, fd, events.address());

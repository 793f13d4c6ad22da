// exercise: 5.2
// expect: either
// note: has errno saved where other threads save theirs
change.set(JAVA_INT_UNALIGNED, 0, interest);
change.set(JAVA_LONG_UNALIGNED, DATA_OFFSET, data);
return EPOLL_CTL.call(errnoOfWaker, epoll, EPOLL_CTL_ADD, fd, change.address());

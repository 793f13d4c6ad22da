// exercise: 5.2
// expect: rejected
// note: takes a descriptor that is there already for a success
change.set(JAVA_INT_UNALIGNED, 0, interest);
change.set(JAVA_LONG_UNALIGNED, DATA_OFFSET, data);
var result = EPOLL_CTL.call(errno, epoll, EPOLL_CTL_ADD, fd, change.address());
return result == -17 ? 0 : result;

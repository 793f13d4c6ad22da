// exercise: 5.2
// expect: rejected
// note: throws, where the result is to say it
change.set(JAVA_INT_UNALIGNED, 0, interest);
change.set(JAVA_LONG_UNALIGNED, DATA_OFFSET, data);
var result = EPOLL_CTL.call(errno, epoll, EPOLL_CTL_ADD, fd, change.address());
if (result < 0) {
    throw new IllegalStateException("epoll_ctl failed: " + -result);
}
return result;

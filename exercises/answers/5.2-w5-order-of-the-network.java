// exercise: 5.2
// expect: rejected
// note: writes in the order of the network, as a buffer does if nobody tells it
change.asByteBuffer().putInt(0, interest).putLong(DATA_OFFSET, data);
return EPOLL_CTL.call(errno, epoll, EPOLL_CTL_ADD, fd, change.address());

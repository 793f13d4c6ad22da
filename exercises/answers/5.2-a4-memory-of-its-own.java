// exercise: 5.2
// expect: solved
// note: new memory for each call
try (var arena = Arena.ofConfined()) {
    var event = arena.allocate(EVENT_SIZE, 8);
    event.set(JAVA_INT_UNALIGNED, 0, interest);
    event.set(JAVA_LONG_UNALIGNED, DATA_OFFSET, data);
    return EPOLL_CTL.call(errno, epoll, EPOLL_CTL_ADD, fd, event.address());
}

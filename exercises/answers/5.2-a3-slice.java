// exercise: 5.2
// expect: solved
// note: the number first, in a slice of its own
change.fill((byte) 0);
change.asSlice(DATA_OFFSET, Long.BYTES).set(JAVA_LONG_UNALIGNED, 0, data);
change.asSlice(0, Integer.BYTES).set(JAVA_INT_UNALIGNED, 0, interest);
final long address = change.address();
return EPOLL_CTL.call(errno, epoll, EPOLL_CTL_ADD, fd, address);

// exercise: 5.2
// expect: solved
// note: a layout with names, packed as the machine has it
var gap = DATA_OFFSET - 4;
var layout =
        gap == 0
                ? java.lang.foreign.MemoryLayout.structLayout(
                        JAVA_INT_UNALIGNED.withName("events"), JAVA_LONG_UNALIGNED.withName("data"))
                : java.lang.foreign.MemoryLayout.structLayout(
                        JAVA_INT_UNALIGNED.withName("events"),
                        java.lang.foreign.MemoryLayout.paddingLayout(gap),
                        JAVA_LONG_UNALIGNED.withName("data"));
layout.varHandle(java.lang.foreign.MemoryLayout.PathElement.groupElement("events"))
        .set(change, 0L, interest);
layout.varHandle(java.lang.foreign.MemoryLayout.PathElement.groupElement("data"))
        .set(change, 0L, data);
return EPOLL_CTL.call(errno, epoll, EPOLL_CTL_ADD, fd, change.address());

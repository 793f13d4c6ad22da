package echolab.epoll.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// Which system calls tell what is ready? `epoll_create1`, `epoll_ctl`, `epoll_wait`, and an `eventfd` to end the wait
/// from outside.
///
/// ```text
///                      x86-64 (packed)      aarch64
///   uint32 events      0 ..  4              0 ..  4
///   uint64 data        4 .. 12              8 .. 16
///   size                   12                   16
/// ```
///
/// Source: `linux/eventpoll.h`, where `EPOLL_PACKED` is defined for x86-64 alone.
public final class Epoll {

    public static final int EPOLLIN = 0x001;
    public static final int EPOLLPRI = 0x002;
    public static final int EPOLLOUT = 0x004;
    public static final int EPOLLERR = 0x008;
    public static final int EPOLLHUP = 0x010;
    public static final int EPOLLRDHUP = 0x2000;
    public static final int EPOLLET = 1 << 31;

    /// How many events one wait may bring.
    public static final int BATCH = 1024;

    private static final boolean PACKED = System.getProperty("os.arch").equals("amd64");
    static final int DATA_OFFSET = PACKED ? 4 : 8;
    static final int EVENT_SIZE = PACKED ? 12 : 16;

    private static final int EPOLL_CTL_ADD = 1;
    private static final int CLOEXEC = 0x80000;
    private static final int EFD_NONBLOCK = 0x800;

    private static final SystemCall EPOLL_CREATE1 = SystemCall.of("epoll_create1", 1);
    private static final SystemCall EPOLL_CTL = SystemCall.of("epoll_ctl", 4);
    private static final SystemCall EPOLL_WAIT = SystemCall.of("epoll_wait", 4);
    private static final SystemCall EVENTFD = SystemCall.of("eventfd", 2);
    private static final SystemCall WRITE = SystemCall.of("write", 3);

    private final MemorySegment errno = SystemCall.newErrno();
    private final MemorySegment errnoOfWaker = SystemCall.newErrno();
    private final MemorySegment events = Arena.ofAuto().allocate(BATCH * (long) EVENT_SIZE, 8);
    private final MemorySegment change = Arena.ofAuto().allocate(EVENT_SIZE, 8);
    private final MemorySegment one = Arena.ofAuto().allocateFrom(JAVA_LONG, 1L);

    public int epoll_create1() {
        return EPOLL_CREATE1.call(errno, CLOEXEC);
    }

    // tag::epoll_add[]
    /// `epoll_ctl` with `EPOLL_CTL_ADD`. The other two operations are not here because the loop never needs them: what
    /// it watches for never changes, and closing a descriptor removes it.
    public int epoll_add(int epoll, int fd, int interest, long data) {
        change.set(JAVA_INT_UNALIGNED, 0, interest);
        change.set(JAVA_LONG_UNALIGNED, DATA_OFFSET, data);
        return EPOLL_CTL.call(errno, epoll, EPOLL_CTL_ADD, fd, change.address());
    }

    // end::epoll_add[]

    /// Waits for events and says how many there are. The one call that a signal can interrupt: `-EINTR`.
    ///
    /// @param milliseconds -1 waits for ever, 0 not at all
    public int epoll_wait(int epoll, int milliseconds) {
        return EPOLL_WAIT.call(errno, epoll, events.address(), BATCH, milliseconds);
    }

    /// What event `i` of the last wait says is ready: a set of `EPOLL…` bits.
    public int events(int i) {
        return events.get(JAVA_INT_UNALIGNED, (long) i * EVENT_SIZE);
    }

    /// What was given to [#epoll_add] for the descriptor of event `i`.
    public long data(int i) {
        return events.get(JAVA_LONG_UNALIGNED, (long) i * EVENT_SIZE + DATA_OFFSET);
    }

    public int eventfd() {
        return EVENTFD.call(errno, 0, EFD_NONBLOCK | CLOEXEC);
    }

    /// Adds one to an eventfd, which makes it an event. Any thread may: it does not touch the loop's `errno`. The only error
    /// there can be is a counter that is full, and then the event is there already.
    public void wake(int eventfd) {
        WRITE.call(errnoOfWaker, eventfd, one.address(), Long.BYTES);
    }
}

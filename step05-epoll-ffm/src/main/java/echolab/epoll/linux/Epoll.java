package echolab.epoll.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

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

    private static final MethodHandle EPOLL_CREATE1 =
            LibC.function("epoll_create1", JAVA_INT, JAVA_INT);
    private static final MethodHandle EPOLL_CTL =
            LibC.function("epoll_ctl", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG);
    private static final MethodHandle EPOLL_WAIT =
            LibC.function("epoll_wait", JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT);
    private static final MethodHandle EVENTFD =
            LibC.function("eventfd", JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle WRITE =
            LibC.plain("write", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG));

    private final MemorySegment errno = LibC.newErrno();
    private final MemorySegment events = Arena.ofAuto().allocate(BATCH * (long) EVENT_SIZE, 8);
    private final MemorySegment change = Arena.ofAuto().allocate(EVENT_SIZE, 8);
    private final MemorySegment one = Arena.ofAuto().allocateFrom(JAVA_LONG, 1L);

    public int epoll_create1() {
        try {
            return result((int) EPOLL_CREATE1.invokeExact(errno, CLOEXEC));
        } catch (Throwable e) {
            throw LibC.broken("epoll_create1", e);
        }
    }

    /// `epoll_ctl` with `EPOLL_CTL_ADD`. The other two operations are not here because the loop never needs them: what
    /// it watches for never changes, and closing a descriptor removes it.
    public int epoll_add(int epoll, int fd, int interest, long data) {
        change.set(JAVA_INT_UNALIGNED, 0, interest);
        change.set(JAVA_LONG_UNALIGNED, DATA_OFFSET, data);
        try {
            return result(
                    (int) EPOLL_CTL.invokeExact(errno, epoll, EPOLL_CTL_ADD, fd, change.address()));
        } catch (Throwable e) {
            throw LibC.broken("epoll_ctl", e);
        }
    }

    /// Waits for events and says how many there are. The one call that a signal can interrupt: `-EINTR`.
    ///
    /// @param milliseconds -1 waits for ever, 0 not at all
    public int epoll_wait(int epoll, int milliseconds) {
        try {
            return result(
                    (int)
                            EPOLL_WAIT.invokeExact(
                                    errno, epoll, events.address(), BATCH, milliseconds));
        } catch (Throwable e) {
            throw LibC.broken("epoll_wait", e);
        }
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
        try {
            return result((int) EVENTFD.invokeExact(errno, 0, EFD_NONBLOCK | CLOEXEC));
        } catch (Throwable e) {
            throw LibC.broken("eventfd", e);
        }
    }

    /// Adds one to an eventfd, which makes it an event. Any thread may: it does not touch the loop's `errno`, because
    /// the only error there can be is a counter that is full, and then the event is there already.
    public void wake(int eventfd) {
        try {
            var _ = (long) WRITE.invokeExact(eventfd, one.address(), Long.BYTES + 0L);
        } catch (Throwable e) {
            throw LibC.broken("write", e);
        }
    }

    private int result(int returned) {
        return returned >= 0 ? returned : -LibC.errno(errno);
    }
}

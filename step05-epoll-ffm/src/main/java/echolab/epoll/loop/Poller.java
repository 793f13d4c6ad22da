package echolab.epoll.loop;

import echolab.epoll.linux.Epoll;
import echolab.epoll.linux.Errno;
import echolab.epoll.linux.Linux;
import echolab.epoll.linux.LinuxException;
import java.io.IOException;
import java.util.Arrays;

/// Which descriptors became ready? One epoll instance, what is registered with it, and an eventfd to end its wait.
///
/// Everything is registered once, edge-triggered for both directions and for urgent data, and never changed: no `epoll_ctl` after that.
///
/// A number of a descriptor is used again as soon as it is free, while a registration lasts as long as any copy of its descriptor
/// (epoll(7)), and a program that is being started has one for a moment. So an event may be that of a connection which is closed
/// and whose number a new one has by now. Each registration therefore has a generation, which comes back with the event: one of
/// another generation is dropped.
final class Poller extends Guarded {

    private static final int EVERYTHING =
            Epoll.EPOLLIN | Epoll.EPOLLPRI | Epoll.EPOLLOUT | Epoll.EPOLLRDHUP | Epoll.EPOLLET;
    private static final long WAKE = -1;

    private final Epoll epoll = new Epoll();
    private final int epollFd;
    private final int wakeFd;
    private final Linux linux;
    private Descriptor[] registered = new Descriptor[64];
    private int generations;
    private boolean open = true;

    Poller(Linux linux) throws IOException {
        this.linux = linux;
        epollFd = LinuxException.check("epoll_create1", "", epoll.epoll_create1());
        wakeFd = epoll.eventfd();
        // edge-triggered, so the counter never has to be read back: each write is an event
        var wake = Epoll.EPOLLIN | Epoll.EPOLLET;
        var result = wakeFd < 0 ? wakeFd : epoll.epoll_add(epollFd, wakeFd, wake, WAKE);
        if (result < 0) {
            close();
            throw LinuxException.of("eventfd", "that wakes the loop", result);
        }
    }

    void register(Descriptor descriptor) throws IOException {
        var fd = descriptor.fd;
        if (fd >= registered.length) {
            registered = Arrays.copyOf(registered, fd * 2);
        }
        descriptor.generation = ++generations;
        var data = (long) generations << 32 | fd;
        LinuxException.check(
                "epoll_ctl", descriptor, epoll.epoll_add(epollFd, fd, EVERYTHING, data));
        registered[fd] = descriptor;
    }

    void forget(Descriptor descriptor) {
        if (descriptor.fd < registered.length && registered[descriptor.fd] == descriptor) {
            registered[descriptor.fd] = null;
        }
    }

    /// Waits for events and hands them out.
    ///
    /// @param milliseconds -1 waits for ever, 0 not at all
    /// @return how many
    int poll(int milliseconds) {
        var count = epoll.epoll_wait(epollFd, milliseconds);
        if (count < 0 && count != -Errno.EINTR) {
            throw new IllegalStateException(
                    LinuxException.of("epoll_wait", "fd " + epollFd, count).getMessage());
        }
        for (var i = 0; i < count; i++) {
            dispatch(epoll.data(i), epoll.events(i));
        }
        return Math.max(0, count);
    }

    void dispatch(long data, int events) {
        if (data == WAKE) {
            return;
        }
        var descriptor = registered[(int) data];
        if (descriptor != null && descriptor.generation == (int) (data >>> 32)) {
            descriptor.ready(events);
        }
    }

    /// Ends a wait from any thread. The lock keeps the number from being closed, and given to another file, between the
    /// decision to write to it and the write.
    void wake() {
        lock();
        try {
            if (open) {
                epoll.wake(wakeFd);
            }
        } finally {
            unlock();
        }
    }

    /// Closes the two descriptors of the loop, and those that its tasks have left open.
    void close() {
        for (var descriptor : registered) {
            if (descriptor != null) {
                descriptor.closeDescriptor();
            }
        }
        lock();
        try {
            open = false;
            linux.close(wakeFd);
        } finally {
            unlock();
        }
        linux.close(epollFd);
    }
}

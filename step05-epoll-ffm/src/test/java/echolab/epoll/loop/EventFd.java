package echolab.epoll.loop;

import echolab.epoll.linux.Epoll;
import echolab.epoll.linux.Linux;

/// An eventfd in the place of a socket: it can be written from the start, so that to register it is an event already.
final class EventFd extends Descriptor {

    /// How often it was told of an event.
    volatile int told;

    boolean closed;

    /// One that is open.
    EventFd() {
        this(new Epoll().eventfd());
    }

    EventFd(int fd) {
        super(fd);
    }

    @Override
    protected void ready(int events) {
        told++;
    }

    @Override
    protected void closeDescriptor() {
        closed = true;
        new Linux().close(fd);
    }
}

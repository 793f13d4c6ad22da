package echolab.epoll.loop;

/// What does the loop know of a descriptor? Its number, and whom to tell that it became ready. What that means, a reader or a writer
/// that may go on, is the business of the layer above.
public abstract class Descriptor {

    protected final int fd;

    /// Which registration of this number it is; see [Poller].
    int generation;

    protected Descriptor(int fd) {
        this.fd = fd;
    }

    /// The kernel told of these events, the bits of `EPOLLIN` and its like. Runs between two tasks.
    protected abstract void ready(int events);

    /// Closes it, as the loop does with those that its tasks have left open.
    protected abstract void closeDescriptor();

    @Override
    public String toString() {
        return "fd " + fd;
    }
}

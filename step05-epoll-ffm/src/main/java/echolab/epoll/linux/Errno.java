package echolab.epoll.linux;

/// Which errors does the loop act on? The rest become exceptions and need no name.
///
/// The numbers are those of `asm-generic/errno.h`, which x86-64 and aarch64 share.
public final class Errno {

    public static final int EINTR = 4;
    public static final int EAGAIN = 11;
    public static final int EACCES = 13;
    public static final int ENFILE = 23;
    public static final int EMFILE = 24;
    public static final int ECONNABORTED = 103;
    public static final int EADDRINUSE = 98;
    public static final int EADDRNOTAVAIL = 99;
    public static final int ENOBUFS = 105;
    public static final int ENOMEM = 12;
    public static final int ECONNREFUSED = 111;
    public static final int ENETUNREACH = 101;
    public static final int EHOSTUNREACH = 113;
    public static final int EINPROGRESS = 115;

    private Errno() {}
}

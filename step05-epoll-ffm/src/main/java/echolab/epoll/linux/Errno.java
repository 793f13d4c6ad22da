package echolab.epoll.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// Which errors does the loop act on, and what does the system call them? The rest become exceptions and need no name.
///
/// The numbers are those of `asm-generic/errno.h`, which x86-64 and aarch64 share.
public final class Errno {

    public static final int EPERM = 1;
    public static final int EINTR = 4;
    public static final int EAGAIN = 11;
    public static final int ENOMEM = 12;
    public static final int EACCES = 13;
    public static final int ENFILE = 23;
    public static final int EMFILE = 24;
    public static final int ENONET = 64;
    public static final int EPROTO = 71;
    public static final int ENOPROTOOPT = 92;
    public static final int EOPNOTSUPP = 95;
    public static final int EADDRINUSE = 98;
    public static final int EADDRNOTAVAIL = 99;
    public static final int ENETDOWN = 100;
    public static final int ENETUNREACH = 101;
    public static final int ECONNABORTED = 103;
    public static final int ENOBUFS = 105;
    public static final int ETIMEDOUT = 110;
    public static final int ECONNREFUSED = 111;
    public static final int EHOSTDOWN = 112;
    public static final int EHOSTUNREACH = 113;
    public static final int EINPROGRESS = 115;

    private static final int LONGEST_TEXT = 256;
    private static final MethodHandle STRERROR = strerror();

    private Errno() {}

    @SuppressWarnings("restricted")
    private static MethodHandle strerror() {
        var linker = Linker.nativeLinker();
        var function = linker.defaultLookup().findOrThrow("strerror");
        return linker.downcallHandle(function, FunctionDescriptor.of(ADDRESS, JAVA_INT));
    }

    /// `strerror(3)`. It is safe among threads for the numbers that the kernel gives: their texts are constants.
    @SuppressWarnings("restricted")
    static String strerror(int errno) {
        try {
            var text = (MemorySegment) STRERROR.invokeExact(errno);
            return text.reinterpret(LONGEST_TEXT).getString(0);
        } catch (Throwable e) {
            throw new AssertionError("the call of strerror through FFM threw", e);
        }
    }
}

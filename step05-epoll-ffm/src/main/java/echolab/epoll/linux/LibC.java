package echolab.epoll.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;

/// How does Java call a C function? It looks the name up in libc, says what the arguments are, and gets a method handle.
///
/// Two decisions make such a call as cheap as one in C:
///
/// - `errno` has to be saved before the JVM does anything else that might change it, so the linker writes it into a
///   segment that we pass. That segment is made once a loop, never once a call.
/// - A pointer is declared as a `long`. A segment would be kept alive, and checked, for the length of each call; the
///   callers here hold their memory in fields, so the address alone is enough. Both machines that we support pass a
///   pointer and a `long` in the same register.
final class LibC {

    private static final Linker LINKER = Linker.nativeLinker();
    private static final MemoryLayout CAPTURED = Linker.Option.captureStateLayout();
    private static final long ERRNO_OFFSET = CAPTURED.byteOffset(PathElement.groupElement("errno"));
    private static final MethodHandle STRERROR =
            plain("strerror", FunctionDescriptor.of(ADDRESS, JAVA_INT));
    private static final int LONGEST_MESSAGE = 256;

    private LibC() {}

    /// A function whose handle takes, before its own arguments, the segment that receives `errno`.
    @SuppressWarnings("restricted")
    static MethodHandle function(String name, ValueLayout result, MemoryLayout... arguments) {
        return LINKER.downcallHandle(
                symbol(name),
                FunctionDescriptor.of(result, arguments),
                Linker.Option.captureCallState("errno"));
    }

    /// A function whose `errno` does not matter.
    @SuppressWarnings("restricted")
    static MethodHandle plain(String name, FunctionDescriptor type) {
        return LINKER.downcallHandle(symbol(name), type);
    }

    private static MemorySegment symbol(String name) {
        return LINKER.defaultLookup()
                .find(name)
                .orElseThrow(() -> new UnsupportedOperationException(notHere(name)));
    }

    private static String notHere(String name) {
        return "the C library of %s on %s has no %s: step 05 needs Linux on x86-64 or aarch64"
                .formatted(System.getProperty("os.name"), System.getProperty("os.arch"), name);
    }

    /// Whether this is a system that step 05 runs on.
    static boolean isSupported() {
        var architecture = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return System.getProperty("os.name").equals("Linux")
                && (architecture.equals("amd64") || architecture.equals("aarch64"));
    }

    /// Room for one `errno`, in memory that tasks and their loop may both touch: a confined arena would belong to one
    /// thread, and a shared one would count its users at each call.
    static MemorySegment newErrno() {
        return Arena.ofAuto().allocate(CAPTURED);
    }

    static int errno(MemorySegment captured) {
        return captured.get(JAVA_INT, ERRNO_OFFSET);
    }

    /// `strerror(3)`. It is safe among threads for the numbers that the kernel gives: their texts are constants.
    @SuppressWarnings("restricted")
    static String strerror(int errno) {
        try {
            var text = (MemorySegment) STRERROR.invokeExact(errno);
            return text.reinterpret(LONGEST_MESSAGE).getString(0);
        } catch (Throwable e) {
            throw broken("strerror", e);
        }
    }

    /// A downcall declares that it throws anything; a C function throws nothing.
    static AssertionError broken(String call, Throwable thrown) {
        return new AssertionError("the call of " + call + " through FFM threw", thrown);
    }
}

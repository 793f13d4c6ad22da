package echolab.epoll.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Collections;

/// How does Java call a C function? It looks the name up in libc, says what the arguments are, and gets a method handle.
///
/// Three decisions make such a call as cheap as one in C:
///
/// - `errno` has to be saved before the JVM does anything else that might change it, so the linker writes it into a
///   segment that we pass. That segment is made once a loop, never once a call.
/// - Every argument is a `long`, whether C calls it an `int`, a size or a pointer: both machines that we support pass each in
///   a register of 64 bits, of which the function reads what it needs. All results fit into an `int`, since no length that we pass is longer.
/// - The one exception is a buffer that somebody else gave us ([#withBuffer]). It is passed as a segment, which the linker checks, and keeps
///   alive for the length of the call: memory that its owner has given back is not the kernel's to write into.
/// - Each call is kept in a `static final` field. The fields of a record in such a field are constants to the JIT compiler,
///   and a call through a constant handle is compiled to the call itself.
record SystemCall(String name, MethodHandle handle) {

    private static final Linker LINKER = Linker.nativeLinker();
    private static final MemoryLayout CAPTURED = Linker.Option.captureStateLayout();
    private static final long ERRNO = CAPTURED.byteOffset(PathElement.groupElement("errno"));

    // tag::downcall[]
    /// The function of this name, which takes this many arguments.
    @SuppressWarnings("restricted")
    static SystemCall of(String name, int arguments) {
        var types = Collections.nCopies(arguments, JAVA_LONG).toArray(MemoryLayout[]::new);
        var handle =
                LINKER.downcallHandle(
                        LINKER.defaultLookup().findOrThrow(name),
                        FunctionDescriptor.of(JAVA_INT, types),
                        Linker.Option.captureCallState("errno"));
        return new SystemCall(name, handle);
    }

    // end::downcall[]

    /// One of `recv` and its like: a descriptor, a buffer, its length, flags.
    @SuppressWarnings("restricted")
    static SystemCall withBuffer(String name) {
        var handle =
                LINKER.downcallHandle(
                        LINKER.defaultLookup().findOrThrow(name),
                        FunctionDescriptor.of(JAVA_INT, JAVA_LONG, ADDRESS, JAVA_LONG, JAVA_LONG),
                        Linker.Option.captureCallState("errno"));
        return new SystemCall(name, handle);
    }

    /// Room for one `errno`, in memory that tasks and their loop may both touch: a confined arena would belong to one
    /// thread, and a shared one would count its users at each call.
    static MemorySegment newErrno() {
        return Arena.ofAuto().allocate(CAPTURED);
    }

    /// Calls it.
    ///
    /// @return what the function returned, or minus `errno` when that was negative
    int call(MemorySegment errno, long a) {
        try {
            return result((int) handle.invokeExact(errno, a), errno);
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    int call(MemorySegment errno, long a, long b) {
        try {
            return result((int) handle.invokeExact(errno, a, b), errno);
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    int call(MemorySegment errno, long a, long b, long c) {
        try {
            return result((int) handle.invokeExact(errno, a, b, c), errno);
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    int call(MemorySegment errno, long a, long b, long c, long d) {
        try {
            return result((int) handle.invokeExact(errno, a, b, c, d), errno);
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    int call(MemorySegment errno, long a, long b, long c, long d, long e) {
        try {
            return result((int) handle.invokeExact(errno, a, b, c, d, e), errno);
        } catch (Throwable thrown) {
            throw broken(thrown);
        }
    }

    /// Calls one that was made by [#withBuffer].
    ///
    /// @throws IllegalStateException when the memory of the buffer has been given back
    /// @throws WrongThreadException when it belongs to another thread
    int call(MemorySegment errno, long fd, MemorySegment buffer, long length, long flags) {
        try {
            return result((int) handle.invokeExact(errno, fd, buffer, length, flags), errno);
        } catch (IllegalStateException | WrongThreadException e) {
            throw e;
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    // tag::result[]
    /// What came of a call, as one number: a result, or minus `errno`.
    ///
    /// @param returned what the function returned
    /// @param errno where the linker saved `errno` right after the call
    static int result(int returned, MemorySegment errno) {
        return returned >= 0 ? returned : -errno.get(JAVA_INT, ERRNO);
    }

    // end::result[]

    /// A method handle declares that it throws anything; a C function throws nothing.
    private AssertionError broken(Throwable thrown) {
        return new AssertionError("the call of " + name + " through FFM threw", thrown);
    }
}

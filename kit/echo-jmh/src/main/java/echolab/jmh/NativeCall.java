package echolab.jmh;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;

/// The cost of calling the kernel from Java. `getppid`, which does next to nothing there, in three ways; and `abs`,
/// which stays in libc, so that it shows the way to C alone.
///
/// - *plain*: the JVM notes that this thread is in native code, and looks whether it has to stop when it comes back.
/// - *errno*: the same, and `errno` is saved into a segment. This is how step 05 calls.
/// - *critical*: nothing is noted, so the JVM cannot stop for a collection before the call returns. Not for what may
///   wait.
///
/// ```text
/// java -jar kit/echo-jmh/target/echo-jmh.jar NativeCall
/// ```
@Fork(jvmArgsAppend = Flags.NATIVE)
public class NativeCall extends AverageNanoseconds {

    private static final FunctionDescriptor TO_INT = FunctionDescriptor.of(JAVA_INT);
    private static final FunctionDescriptor INT_TO_INT = FunctionDescriptor.of(JAVA_INT, JAVA_INT);
    private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
    private static final Linker.Option CRITICAL = Linker.Option.critical(false);

    private static final MethodHandle GETPPID = function("getppid", TO_INT);
    private static final MethodHandle GETPPID_ERRNO = function("getppid", TO_INT, ERRNO);
    private static final MethodHandle GETPPID_CRITICAL = function("getppid", TO_INT, CRITICAL);
    private static final MethodHandle ABS = function("abs", INT_TO_INT);
    private static final MethodHandle ABS_CRITICAL = function("abs", INT_TO_INT, CRITICAL);

    private final MemorySegment errno = Arena.ofAuto().allocate(Linker.Option.captureStateLayout());
    private int number = -17;

    @SuppressWarnings("restricted")
    private static MethodHandle function(
            String name, FunctionDescriptor type, Linker.Option... options) {
        var linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), type, options);
    }

    @Benchmark
    public int getppidPlain() throws Throwable {
        return (int) GETPPID.invokeExact();
    }

    @Benchmark
    public int getppidErrno() throws Throwable {
        return (int) GETPPID_ERRNO.invokeExact(errno);
    }

    @Benchmark
    public int getppidCritical() throws Throwable {
        return (int) GETPPID_CRITICAL.invokeExact();
    }

    @Benchmark
    public int absPlain() throws Throwable {
        return (int) ABS.invokeExact(number);
    }

    @Benchmark
    public int absCritical() throws Throwable {
        return (int) ABS_CRITICAL.invokeExact(number);
    }
}

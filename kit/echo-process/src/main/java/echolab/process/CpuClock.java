package echolab.process;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/// Linux's clock of the CPU time of a process: all threads, also those that have ended, in nanoseconds
/// (`clock_getcpuclockid(3)`, `clock_gettime(2)`).
///
/// Refused: the sum over `/proc/PID/task/*/schedstat`, which loses all that a thread has used when it ends, and a JVM ends the
/// threads of its compilers when they have nothing to do; and `/proc/PID/stat`, which keeps it, but counts in ticks of 10 ms.
final class CpuClock {

    private static final MemoryLayout TIMESPEC = MemoryLayout.structLayout(JAVA_LONG, JAVA_LONG);

    private record Calls(MethodHandle id, MethodHandle time) {}

    private static final Optional<Calls> CALLS =
            System.getProperty("os.name").equals("Linux")
                            && CpuClock.class.getModule().isNativeAccessEnabled()
                    ? Optional.of(
                            new Calls(function("clock_getcpuclockid"), function("clock_gettime")))
                    : Optional.empty();

    private CpuClock() {}

    /// Empty when there is no such process, no such clock, or this JVM may not call it (`--enable-native-access`).
    static OptionalLong nanos(long pid) {
        return CALLS.map(calls -> nanos(calls, (int) pid)).orElse(OptionalLong.empty());
    }

    private static OptionalLong nanos(Calls calls, int pid) {
        try (var arena = Arena.ofConfined()) {
            var id = arena.allocate(JAVA_INT);
            var time = arena.allocate(TIMESPEC);
            if ((int) calls.id().invokeExact(pid, id) != 0
                    || (int) calls.time().invokeExact(id.get(JAVA_INT, 0), time) != 0) {
                return OptionalLong.empty();
            }
            return OptionalLong.of(
                    TimeUnit.SECONDS.toNanos(time.get(JAVA_LONG, 0)) + time.get(JAVA_LONG, 8));
        } catch (Throwable e) {
            throw new IllegalStateException("cannot read the CPU clock of process " + pid, e);
        }
    }

    /// Both take a number and an address, and return a number.
    @SuppressWarnings("restricted")
    private static MethodHandle function(String name) {
        var linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(name),
                FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
    }
}

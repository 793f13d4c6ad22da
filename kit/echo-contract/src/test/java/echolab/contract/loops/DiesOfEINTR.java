package echolab.contract.loops;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import echolab.EchoMain;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.channels.Selector;
import java.util.List;

/// A loop that waits in `epoll_wait(2)` itself, and takes EINTR for a failure. The call returns with it when a process that was stopped
/// goes on, although nobody has a handler for a signal: [signal(7)](https://man7.org/linux/man-pages/man7/signal.7.html).
public final class DiesOfEINTR extends LoopStep {

    private static final int PAUSE_MILLIS = 20;
    private static final int EVENT_BYTES = 16;

    public static void main(String... args) {
        EchoMain.run(new DiesOfEINTR(), args);
    }

    @Override
    public List<String> jvmFlags() {
        return List.of("--enable-native-access=ALL-UNNAMED");
    }

    /// Nobody is registered with its epoll: it pauses there, and then it asks the selector.
    @Override
    protected void select(Selector selector, long millis) throws IOException {
        try {
            if ((int) Epoll.WAIT.invokeExact(Epoll.OF_NOBODY, Epoll.EVENT, 1, PAUSE_MILLIS) < 0) {
                throw new IOException("epoll_wait failed");
            }
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("epoll_wait throws nothing", e);
        }
        selector.selectNow();
    }

    /// What exists on Linux alone.
    private static final class Epoll {
        static final MethodHandle WAIT =
                function(
                        "epoll_wait",
                        FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT));
        static final MemorySegment EVENT = Arena.global().allocate(EVENT_BYTES);
        static final int OF_NOBODY = create();

        private static int create() {
            try {
                var create = function("epoll_create1", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
                return (int) create.invokeExact(0);
            } catch (Throwable e) {
                throw new IllegalStateException("epoll_create1 throws nothing", e);
            }
        }

        @SuppressWarnings("restricted")
        private static MethodHandle function(String name, FunctionDescriptor types) {
            var linker = Linker.nativeLinker();
            return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), types);
        }
    }
}

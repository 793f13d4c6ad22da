package echolab.contract.subjects;

import echolab.EchoOptions;
import echolab.EchoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/// Servers that serve as they should, and break one promise of `close` each.
public final class StepsThatCloseWrong {

    private StepsThatCloseWrong() {}

    /// Lets the grace pass, whoever is there.
    public static final class WaitsForNobody extends ThreadsStep {
        @Override
        protected void closing(Set<Socket> open, EchoOptions options) {
            LockSupport.parkNanos(options.grace().toNanos());
        }
    }

    /// Forgets a thread that has nothing to do with clients.
    public static final class LeavesItsTimer extends ThreadsStep {
        private final List<Timer> timers = new ArrayList<>();

        @Override
        public EchoServer listen(EchoOptions options) throws IOException {
            timers.add(new Timer("timer", true));
            return super.listen(options);
        }
    }

    /// Knows no grace.
    public static final class CutsAtOnce extends ThreadsStep {
        @Override
        protected Duration grace(EchoOptions options) {
            return Duration.ZERO;
        }
    }

    /// Leaves it to Java what becomes of a signal: the process ends at once.
    public static final class LeavesSignalsToJava extends ThreadsStep {
        public static void main(String... args) {
            try {
                var server = new LeavesSignalsToJava().start(EchoOptions.defaults());
                System.out.println("Serving on 127.0.0.1:" + server.address().getPort());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// Closes its listener when the clients have left, and not before.
    public static final class AcceptsDuringTheGrace extends ThreadsStep {
        @Override
        protected void closing(Set<Socket> open, EchoOptions options) {
            var end = System.nanoTime() + options.grace().toNanos();
            while (!open.isEmpty() && System.nanoTime() < end) {
                LockSupport.parkNanos(10_000_000);
            }
        }
    }

    /// Wants its port for itself, without those that the kernel remembers.
    public static final class ReusesNoAddress extends ThreadsStep {
        @Override
        protected void prepare(ServerSocket socket) throws IOException {
            socket.setReuseAddress(false);
        }
    }

    /// Does not wake who waits for room.
    public static final class ClosesWhenThereIsRoom extends ThreadsStep {
        @Override
        protected void wake(Semaphore room) {}
    }
}

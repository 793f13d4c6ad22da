package echolab.futures;

import echolab.contract.GivenServer;
import echolab.contract.Trial;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/// The measurement that was written, of servers that do something before they answer. It is used by several classes, since the check
/// of an exercise runs classes at once: each measurement takes a second, nearly all of it waiting.
final class Measurement {

    static final int MESSAGES = 200;
    static final Duration STALL = Duration.ofMillis(500);

    /// What a server does before it answers the byte of this number, from 0.
    @FunctionalInterface
    interface Before {
        void answer(int number) throws InterruptedException;
    }

    private final AtomicInteger received = new AtomicInteger();
    private final AtomicLong first = new AtomicLong();
    private final AtomicLong last = new AtomicLong();

    List<Duration> of(Before before) throws Exception {
        return of(new GivenServer(client -> answer(client, before)));
    }

    static List<Duration> of(GivenServer server) {
        var waited = new AtomicReference<List<Duration>>();
        Trial.accepts(
                server,
                "a server that answers each message",
                it -> waited.set(List.copyOf(WaitingTimes.of(it.address()))));
        return waited.get();
    }

    private void answer(Socket client, Before before) throws IOException, InterruptedException {
        var in = client.getInputStream();
        for (var value = in.read(); value >= 0; value = in.read()) {
            last.set(System.nanoTime());
            var number = received.getAndIncrement();
            first.compareAndSet(0, last.get());
            before.answer(number);
            client.getOutputStream().write(value);
        }
    }

    /// How many bytes came to the server.
    int received() {
        return received.get();
    }

    /// From the first byte to the last.
    Duration lasted() {
        return Duration.ofNanos(last.get() - first.get());
    }

    static void sleep(Duration time) throws InterruptedException {
        if (time.isPositive()) {
            Thread.sleep(time);
        }
    }

    static Duration least(List<Duration> waited) {
        return waited.stream().min(Duration::compareTo).orElse(Duration.ZERO);
    }
}

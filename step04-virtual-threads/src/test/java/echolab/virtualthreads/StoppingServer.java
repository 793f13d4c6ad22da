package echolab.virtualthreads;

import echolab.contract.GivenServer;
import echolab.contract.Patience;
import echolab.contract.Trial;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;

/// A server that is told to stop, and does it right, or wrong in one way. Its grace is an hour. Who tells it once more waits for the first to
/// be over, as with every server.
final class StoppingServer extends GivenServer {

    private static final Duration GRACE = Duration.ofHours(1);

    /// What it does when it is told to stop.
    enum Way {
        /// Closes the listener, lets its clients finish, and waits for them.
        RIGHT,
        /// The same, and needs a while for each part.
        SLOW,
        CUTS_AT_ONCE,
        RETURNS_AT_ONCE,
        NO_LONGER_ANSWERS,
        WAITS_OUT_THE_GRACE,
        TAKES_NEW_CLIENTS,
        RESETS_WHO_FINISHES,
        ANSWERS_SOMETHING_ELSE,
        GOES_ON_SENDING,
        CUTS_WHO_GOES_ON
    }

    private final Way way;
    private final AtomicBoolean stopping;
    private volatile boolean stopped;
    private volatile boolean over;

    StoppingServer(Way way) throws IOException {
        this(way, new AtomicBoolean());
    }

    private StoppingServer(Way way, AtomicBoolean stopping) throws IOException {
        super(client -> serve(client, way, stopping));
        this.way = way;
        this.stopping = stopping;
    }

    private static void serve(Socket client, Way way, AtomicBoolean stopping) throws IOException {
        var buffer = new byte[1_024];
        var in = client.getInputStream();
        for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            if (stopping.get() && way == Way.CUTS_WHO_GOES_ON) {
                return;
            }
            if (stopping.get() && way == Way.ANSWERS_SOMETHING_ELSE) {
                Arrays.fill(buffer, (byte) '?');
            }
            if (!stopping.get() || way != Way.NO_LONGER_ANSWERS) {
                client.getOutputStream().write(buffer, 0, count);
            }
        }
        while (stopping.get() && way == Way.GOES_ON_SENDING) {
            client.getOutputStream().write(buffer); // until its client closes
        }
        if (stopping.get() && way == Way.RESETS_WHO_FINISHES) {
            client.setSoLinger(true, 0);
        }
    }

    /// Wants the test that was written to refuse such a server.
    static void isRefused(Way way, String which) throws IOException {
        var server = new StoppingServer(way);
        try {
            Trial.refuses(server, which, ToldToStop::examine);
        } finally {
            server.isOver();
        }
    }

    @Override
    public void close() {
        if (stopping.getAndSet(true)) {
            new Patience(GRACE).sees(() -> over || stopped);
            return;
        }
        stop();
        stopped = true;
    }

    /// The trial is over, whatever was found.
    void isOver() {
        over = true;
        super.close();
    }

    private void stop() {
        switch (way) {
            case CUTS_AT_ONCE -> super.close();
            case RETURNS_AT_ONCE -> stopListening();
            case TAKES_NEW_CLIENTS -> {
                awaitClients();
                stopListening();
            }
            case WAITS_OUT_THE_GRACE -> {
                stopListening();
                new Patience(GRACE).sees(() -> over);
            }
            case SLOW -> {
                new Patience(Duration.ofMillis(300)).sees(() -> over);
                stopListening();
                awaitClients();
                new Patience(Duration.ofMillis(300)).sees(() -> over);
            }
            default -> {
                stopListening();
                awaitClients();
            }
        }
    }

    private void stopListening() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitClients() {
        new Patience(GRACE).sees(() -> over || clients.isEmpty());
    }
}

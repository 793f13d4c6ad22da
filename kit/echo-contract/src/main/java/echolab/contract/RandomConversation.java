package echolab.contract;

import echolab.process.Digits;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/// One client of a [Fuzz]. What it does, in which order, and with which bytes, its seed alone decides, before it connects. One
/// thread writes while another reads and compares: a server has no say in when either goes on.
///
/// An urgent byte does not come back, since it is none of the stream's: all others must. TCP can tell of one at a time, and of its
/// place only within 64 KiB; so it is sent when all else is back, with few bytes before it and some behind.
final class RandomConversation {

    private static final int URGENT = '!';
    private static final int SMALL = 4096;
    private static final int LATE_MILLIS = 300;

    /// What [SplittableRandom] adds.
    private static final long GOLDEN_RATIO = 0x9e3779b97f4a7c15L;

    /// What a client can do, and what a summary calls it when many did.
    enum Deed {
        READ_SLOWLY("read late, and then up to %,d bytes a millisecond", "slow readers"),
        SEND("send %,d", "pieces"),
        PAUSE("pause %d ms", "pauses"),
        AWAIT("wait until all is back", "waits for all"),
        SEND_URGENT("send an urgent byte", "urgent bytes"),
        HALF_CLOSE("half-close", "half-closes"),
        CLOSE("close when all is back", "closes"),
        HANG_UP("close with bytes under way", "closes with bytes under way"),
        RESET("reset", "resets");

        private final String plan;
        final String many;

        Deed(String plan, String many) {
            this.plan = plan;
            this.many = many;
        }
    }

    private record Act(Deed deed, int amount) {
        @Override
        public String toString() {
            return Digits.in(deed.plan, amount);
        }
    }

    private final List<Act> plan = new ArrayList<>();
    private final Socket socket = new Socket();
    private final String name;
    private final long seed;
    private volatile int sent;
    private int received;
    private volatile boolean ended;
    private volatile boolean left;
    private volatile String writing = "";

    RandomConversation(String name, long seed) {
        this.name = name;
        this.seed = seed;
        plan(new SplittableRandom(seed));
    }

    /// The kernel takes some megabytes from a server whose client does not read. So slow readers send more than that: no write is cut
    /// short before.
    private void plan(SplittableRandom random) {
        var slow = random.nextInt(10) == 0;
        for (var pieces = slow ? random.nextInt(16, 64) : random.nextInt(1, 9);
                pieces > 0;
                pieces--) {
            switch (random.nextInt(slow ? 100 : 8)) {
                case 0, 1 -> plan.add(pause(random));
                case 2 -> plan.add(new Act(Deed.AWAIT, 0));
                case 3 -> planUrgentByte(random);
                default -> {}
            }
            plan.add(new Act(Deed.SEND, random.nextInt(1 << (slow ? 18 : random.nextInt(19))) + 1));
        }
        plan.add(end(random));
        if (slow) {
            var sips = random.nextInt(10, 400);
            plan.addFirst(new Act(Deed.READ_SLOWLY, amounts(Deed.SEND) / sips + 1));
        }
    }

    private static Act end(SplittableRandom random) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> new Act(Deed.RESET, 0);
            case 2 -> new Act(Deed.HANG_UP, 0);
            case 3 -> new Act(Deed.CLOSE, 0);
            default -> new Act(Deed.HALF_CLOSE, 0);
        };
    }

    private void planUrgentByte(SplittableRandom random) {
        plan.add(new Act(Deed.AWAIT, 0));
        plan.add(new Act(Deed.SEND, random.nextInt(1, SMALL)));
        if (random.nextBoolean()) {
            plan.add(pause(random));
        }
        plan.add(new Act(Deed.SEND_URGENT, 0));
        if (random.nextBoolean()) {
            plan.add(pause(random));
        }
    }

    private static Act pause(SplittableRandom random) {
        return new Act(Deed.PAUSE, random.nextInt(1, 20));
    }

    private int amounts(Deed deed) {
        return plan.stream().filter(act -> act.deed == deed).mapToInt(Act::amount).sum();
    }

    String planned() {
        return plan.stream().map(Act::toString).collect(Collectors.joining(", "));
    }

    long count(Deed deed) {
        return plan.stream().filter(act -> act.deed == deed).count();
    }

    /// Bytes that came back, each as it was sent.
    synchronized int received() {
        return received;
    }

    /// Holds the whole conversation.
    ///
    /// @param others whose bytes may come to us by mistake
    /// @throws AssertionError when a byte is not what was sent there, does not come, or one too many does
    void hold(InetSocketAddress address, Duration patience, Collection<RandomConversation> others)
            throws IOException, InterruptedException {
        var slowly = amounts(Deed.READ_SLOWLY);
        if (slowly > 0) {
            socket.setReceiveBufferSize(SMALL);
        }
        socket.connect(address);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) Patience.lookMillis());
        var writer = Thread.ofVirtual().start(this::write);
        try {
            read(slowly, patience, others);
        } catch (IOException e) {
            if (!left) {
                throw new IOException(progress() + ": " + e.getMessage() + writing, e);
            }
        } finally {
            cut();
            writer.join();
        }
    }

    /// Ends the conversation where it is: it fails no more.
    void cut() throws IOException {
        left = true;
        socket.close();
        synchronized (this) {
            notifyAll();
        }
    }

    private void write() {
        try {
            for (var act : plan) {
                perform(act);
            }
        } catch (IOException e) {
            writing = "; writing ended with: " + e.getMessage();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void perform(Act act) throws IOException, InterruptedException {
        switch (act.deed) {
            case READ_SLOWLY -> {}
            case SEND -> send(act.amount);
            case PAUSE -> Thread.sleep(act.amount);
            case AWAIT -> awaitAllBack();
            case SEND_URGENT -> socket.sendUrgentData(URGENT);
            case HALF_CLOSE -> {
                ended = true;
                socket.shutdownOutput();
            }
            case CLOSE -> {
                awaitAllBack();
                cut();
            }
            case HANG_UP -> cut();
            case RESET -> {
                socket.setSoLinger(true, 0);
                cut();
            }
        }
    }

    /// Counts what is under way before it is: an echo may be faster than we are.
    private void send(int count) throws IOException {
        int from;
        synchronized (this) {
            from = sent;
            sent += count;
        }
        socket.getOutputStream().write(bytes(from, count));
    }

    /// A part of an endless stream, which nobody has to keep: [SplittableRandom] adds a constant to its seed for every eight bytes.
    private byte[] bytes(int from, int count) {
        var words = new byte[from % 8 + count];
        new SplittableRandom(seed + from / 8 * GOLDEN_RATIO).nextBytes(words);
        return Arrays.copyOfRange(words, from % 8, words.length);
    }

    private synchronized void awaitAllBack() throws InterruptedException {
        while (received < sent && !left) {
            wait();
        }
    }

    private void read(int slowly, Duration patience, Collection<RandomConversation> others)
            throws IOException, InterruptedException {
        Thread.sleep(slowly > 0 ? LATE_MILLIS : 0);
        var input = new byte[slowly > 0 ? slowly : 1 << 16];
        var count = next(input, patience);
        while (count >= 0) {
            check(input, count, others);
            synchronized (this) {
                received += count;
                notifyAll();
            }
            if (slowly > 0) {
                Thread.sleep(1);
            }
            count = next(input, patience);
        }
        if (!left && (!ended || !allBack())) {
            throw new AssertionError("the server ended the connection " + progress() + writing);
        }
    }

    /// As long as all is back, it is our own turn, and nobody is waited for but the end of the stream.
    private int next(byte[] input, Duration limit) throws IOException {
        Patience patience = null;
        while (true) {
            try {
                return socket.getInputStream().read(input);
            } catch (SocketTimeoutException _) {
                if (patience == null || !ended && allBack()) {
                    patience = new Patience(limit);
                } else if (patience.isOver() && !left) {
                    throw new AssertionError(
                            Digits.in(
                                    "%s nothing came for %s%s",
                                    progress(), Text.of(limit), writing));
                }
            }
        }
    }

    private synchronized boolean allBack() {
        return received == sent;
    }

    private synchronized String progress() {
        return Digits.in(
                "after %,d of %,d bytes%s", received, sent, ended ? ", the last ones," : "");
    }

    private synchronized void check(
            byte[] input, int count, Collection<RandomConversation> others) {
        var right = bytes(received, Math.min(count, sent - received));
        var wrong = Arrays.mismatch(input, 0, right.length, right, 0, right.length);
        if (wrong >= 0) {
            var seen = Arrays.copyOfRange(input, wrong, Math.min(count, wrong + 16));
            throw new AssertionError(
                    Digits.in(
                            "byte %,d that came back is %02x, and not %02x as it was sent%s",
                            received + wrong,
                            input[wrong],
                            right[wrong],
                            whence(seen, received + wrong, others)));
        }
        if (right.length < count) {
            throw new AssertionError(
                    Digits.in(
                            "%,d more bytes came than the %,d that were sent",
                            count - right.length, sent));
        }
    }

    /// A few bytes could stand anywhere by chance.
    private String whence(byte[] seen, int place, Collection<RandomConversation> others) {
        if (seen.length < 4) {
            return "";
        }
        var own = find(seen);
        if (own >= 0) {
            return own > place
                    ? Digits.in(
                            ": it is byte %,d, the %,d before it are lost or come later",
                            own, own - place)
                    : Digits.in(": it is byte %,d, which came before", own);
        }
        return others.stream()
                .filter(other -> other.find(seen) >= 0)
                .findFirst()
                .map(other -> ": it was sent by " + other.name)
                .orElse(": nobody who is here now has sent it");
    }

    private int find(byte[] part) {
        var whole = bytes(0, sent);
        for (var at = 0; at <= whole.length - part.length; at++) {
            if (Arrays.equals(whole, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        return -1;
    }
}

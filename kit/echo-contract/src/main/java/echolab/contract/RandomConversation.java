package echolab.contract;

import static java.net.StandardSocketOptions.SO_RCVBUF;

import echolab.process.Digits;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/// What one client of a [Fuzz] does, in which order, and with which bytes: its seed alone decides, before it connects.
///
/// An urgent byte does not come back, since it is none of the stream's: all others must. TCP can tell of one at a time, and of its
/// place only within 64 KiB; so it is sent when all else is back, with few bytes before it and some behind.
final class RandomConversation {

    private static final int SMALL = 4096;
    private static final Duration LATE = Duration.ofMillis(300);

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
    private final Bytes bytes;

    RandomConversation(long seed) {
        bytes = new Bytes(seed);
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
            plan.addFirst(new Act(Deed.READ_SLOWLY, random.nextInt(2_000, 10_000)));
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

    @Override
    public String toString() {
        return plan.stream().map(Act::toString).collect(Collectors.joining(", "));
    }

    long count(Deed deed) {
        return plan.stream().filter(act -> act.deed == deed).count();
    }

    /// Who reads slowly has little room in the kernel, too.
    EchoClient connect(Servers servers) throws IOException {
        var address = servers.childOrAddress();
        return count(Deed.READ_SLOWLY) > 0
                ? EchoClient.connect(address, servers.patience(), bytes, SO_RCVBUF)
                : EchoClient.connect(address, servers.patience(), bytes);
    }

    /// Holds the whole conversation.
    ///
    /// @throws AssertionError when a byte is not what was sent there, does not come, or one too many does
    void hold(EchoClient client) throws IOException {
        for (var act : plan) {
            switch (act.deed) {
                case READ_SLOWLY -> client.readSlowly(LATE, act.amount);
                case SEND -> client.exchange(act.amount);
                case PAUSE -> LockSupport.parkNanos(act.amount * 1_000_000L);
                case AWAIT, CLOSE -> client.receiveAll();
                case SEND_URGENT -> client.sendUrgentByte();
                case HALF_CLOSE -> client.finish();
                case HANG_UP -> client.close();
                case RESET -> client.reset();
            }
        }
    }
}

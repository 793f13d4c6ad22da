package echolab.contract;

import echolab.contract.CaseResult.Outcome;
import echolab.contract.RandomConversation.Deed;
import echolab.process.Digits;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntPredicate;
import org.opentest4j.TestAbortedException;

/// Many random conversations at a time, and each byte that comes back is compared with what was sent: what nobody thought of when the
/// other cases were written.
///
/// What conversation *n* does, the seed plus *n* decides, so that the seed which a failure names begins with the conversation that
/// failed. When a server reads what, nobody decides: the same seed may have to be tried more than once.
public final class Fuzz {

    /// What this is called where cases have names.
    static final String NAME = "200 random conversations at a time get every byte back";

    static final int AT_ONCE = 200;

    private final AtomicInteger begun = new AtomicInteger();
    private final Map<Deed, Long> deeds = new EnumMap<>(Deed.class);
    private final long seed;
    private final IntPredicate begins;
    private final int atOnce;
    private long done;
    private long bytes;

    /// @param begins whether the conversation of that number begins, or there are no more
    Fuzz(long seed, IntPredicate begins, int atOnce) {
        this.seed = seed;
        this.begins = begins;
        this.atOnce = atOnce;
    }

    /// @param length for how long new conversations begin, from now
    public static Fuzz lasting(long seed, Duration length) {
        var end = System.nanoTime() + length.toNanos();
        return new Fuzz(seed, _ -> System.nanoTime() < end, AT_ONCE);
    }

    /// Holds them against a subject, as if that were one case of the contract; when it is kept, the result says what was done.
    public void run(Subject subject, ContractRun.Watcher watcher) {
        var start = System.nanoTime();
        watcher.begins(NAME);
        var outcome = Outcome.KEPT;
        String seen;
        try (var servers = new Servers(subject, Duration.ofSeconds(15))) {
            try {
                seen = hold(servers);
            } catch (IOException | AssertionError e) {
                outcome = Outcome.BROKEN;
                seen = e.getMessage() + servers.obituary().map("\n"::concat).orElse("");
            } catch (TestAbortedException e) {
                outcome = Outcome.NOT_APPLICABLE;
                seen = e.getMessage();
            }
        }
        var took = Duration.ofNanos(System.nanoTime() - start);
        watcher.ends(new CaseResult(NAME, outcome, seen, took));
    }

    /// @return what was done, for people
    /// @throws AssertionError when one conversation fails: the first that did, with its seed and its plan
    String hold(Servers servers) throws IOException {
        Servers.assumeDescriptors(atOnce);
        servers.serveOne(servers.childOrAddress());
        var before = servers.footprint();
        converse(servers);
        servers.serveOne(servers.childOrAddress());
        if (before.isPresent()) {
            var now = servers.child().figures();
            before.get().expectAgain(now, "after the last conversation", servers.patience());
        }
        return summary();
    }

    private void converse(Servers servers) {
        var clients =
                new Throng(
                        atOnce,
                        () -> {
                            var number = begun.getAndIncrement();
                            var more = begins.test(number);
                            if (more) converse(number, servers);
                            return more;
                        });
        while (!clients.isGone()) {
            LockSupport.parkNanos(10_000_000);
        }
    }

    private void converse(int number, Servers servers) {
        var conversation = new RandomConversation(seed + number);
        try (var client = conversation.connect(servers)) {
            conversation.hold(client);
            count(conversation, client.received());
        } catch (IOException | AssertionError e) {
            throw Text.failure(
                    "conversation %,d (seed %d): %s\nits plan: %s",
                    number, seed + number, e.getMessage(), conversation);
        }
    }

    private synchronized void count(RandomConversation conversation, long received) {
        done++;
        bytes += received;
        for (var deed : Deed.values()) deeds.merge(deed, conversation.count(deed), Long::sum);
    }

    private String summary() {
        var all = new StringJoiner(", ");
        all.add(Digits.in("seed %d: %,d conversations", seed, done));
        all.add(Text.megabytes(bytes) + " back");
        deeds.forEach((deed, count) -> all.add(Digits.in("%,d %s", count, deed.many)));
        return all.toString();
    }
}

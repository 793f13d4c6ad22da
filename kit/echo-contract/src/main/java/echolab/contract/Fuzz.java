package echolab.contract;

import echolab.contract.CaseResult.Outcome;
import echolab.contract.RandomConversation.Deed;
import echolab.process.Digits;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Many random conversations at a time, and each byte that comes back is compared with what was sent: what nobody thought of when the
/// other cases were written.
///
/// What conversation *n* does, the seed plus *n* decides, so that the seed which a failure names begins with the conversation that
/// failed. When a server reads what, nobody decides: the same seed may have to be tried more than once. Time decides only for how
/// long new conversations begin.
public final class Fuzz {

    /// What this is called where cases have names.
    static final String NAME = "200 random conversations at a time get every byte back";

    private static final int AT_ONCE = 200;

    /// A JVM opens some files when it first needs them. Who forgets connections forgets more.
    private static final int SPARE_DESCRIPTORS = 16;

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Set<RandomConversation> running = ConcurrentHashMap.newKeySet();
    private final AtomicReference<AssertionError> failure = new AtomicReference<>();
    private final AtomicInteger begun = new AtomicInteger();
    private final Map<Deed, Long> deeds = new EnumMap<>(Deed.class);
    private final long seed;
    private final Duration length;
    private long bytes;

    /// @param length for how long new conversations begin
    public Fuzz(long seed, Duration length) {
        this.seed = seed;
        this.length = length;
    }

    /// Holds them against a subject, as if that were one case of the contract; when it is kept, the result says what was done.
    public void run(Subject subject, ContractRun.Watcher watcher) {
        var start = System.nanoTime();
        watcher.begins(NAME);
        var outcome = Outcome.KEPT;
        String seen;
        try (var servers = new Servers(subject, PATIENCE)) {
            try {
                seen = hold(servers);
            } catch (IOException | AssertionError e) {
                outcome = Outcome.BROKEN;
                seen = e.getMessage() + servers.obituary().map("\n"::concat).orElse("");
            }
        }
        var took = Duration.ofNanos(System.nanoTime() - start);
        watcher.ends(new CaseResult(NAME, outcome, seen, took));
    }

    /// @return what was done, for people
    /// @throws AssertionError when one conversation fails: the first that did, with its seed and its plan
    String hold(Servers servers) throws IOException {
        var address = servers.childOrAddress();
        serveOne(servers, address);
        var before = servers.descriptors();
        converse(address, servers.patience());
        if (failure.get() != null) {
            throw failure.get();
        }
        serveOne(servers, address);
        before.ifPresent(count -> assertNothingIsLeft(count, servers));
        return summary();
    }

    private static void serveOne(Servers servers, InetSocketAddress address) throws IOException {
        try (var client = servers.connect(address)) {
            client.echo(1);
            client.finish();
        }
    }

    private void converse(InetSocketAddress address, Duration patience) {
        var end = System.nanoTime() + length.toNanos();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var client = 0; client < AT_ONCE; client++) {
                clients.execute(() -> {
                    while (System.nanoTime() < end && failure.get() == null) {
                        converseOnce(begun.getAndIncrement(), address, patience);
                    }
                });
            }
        }
    }

    private void converseOnce(int number, InetSocketAddress address, Duration patience) {
        var name = Digits.in("conversation %,d (seed %d)", number, seed + number);
        var conversation = new RandomConversation(name, seed + number);
        running.add(conversation);
        try {
            conversation.hold(address, patience, running);
            count(conversation);
        } catch (IOException | AssertionError e) {
            var said =
                    Digits.in("%s: %s\nits plan: %s", name, e.getMessage(), conversation.planned());
            if (failure.compareAndSet(null, new AssertionError(said, e))) {
                cutAll();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            running.remove(conversation);
        }
    }

    private synchronized void count(RandomConversation conversation) {
        bytes += conversation.received();
        for (var deed : Deed.values()) {
            deeds.merge(deed, conversation.count(deed), Long::sum);
        }
    }

    private void cutAll() {
        for (var conversation : running) {
            try {
                conversation.cut();
            } catch (IOException _) {
                // it is the first failure that counts
            }
        }
    }

    private static void assertNothingIsLeft(long before, Servers servers) {
        Patience.until(
                servers.patience(),
                () -> now(servers) <= before + SPARE_DESCRIPTORS,
                () ->
                        Digits.in(
                                "%d descriptors are open after the last conversation; before the first were %d",
                                now(servers), before));
    }

    private static long now(Servers servers) {
        return servers.descriptors().orElse(Long.MAX_VALUE);
    }

    private String summary() {
        var done =
                Digits.in(
                        "seed %d: %,d conversations, %s back",
                        seed, begun.get(), Text.megabytes(bytes));
        return Stream.concat(
                        Stream.of(done),
                        deeds.entrySet().stream()
                                .map(it -> Digits.in("%,d %s", it.getValue(), it.getKey().many)))
                .collect(Collectors.joining(", "));
    }
}

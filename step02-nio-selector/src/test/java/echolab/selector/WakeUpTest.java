package echolab.selector;

import echolab.EchoOptions;
import echolab.contract.Closing;
import echolab.contract.EchoClient;
import echolab.contract.Expect;
import echolab.contract.Patience;
import java.io.IOException;
import java.lang.Thread.State;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// How does another thread reach a loop that sleeps in `select`?
@DisplayName("Closing a loop")
@Timeout(120)
class WakeUpTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /// In which nothing may happen that a wrong answer would do at once.
    private static final Duration MOMENT = Duration.ofMillis(300);

    private static final int MOST_TURNS = 100;

    private SelectorServer server;

    /// Also when a test failed before it came to `close`: the `Todo` must be the reason in any case.
    @AfterEach
    void close() {
        Closing.of(server).returnsWithin(PATIENCE);
    }

    @Test
    @Order(1)
    void a_loop_that_sleeps_is_woken_and_close_returns() throws IOException {
        server = server(Duration.ZERO);
        try (var client = EchoClient.connect(server.address(), PATIENCE)) {
            client.echo(5);
            awaitSleep();
            var closing = Closing.of(server);
            Expect.that(
                    "select sleeps until a channel is ready; a flag alone does not end that sleep, so close must wake the selector",
                    () -> closing.await(PATIENCE));
            Expect.that("the client sees the end", client::expectEnd);
        }
    }

    @Test
    @Order(2)
    void close_does_not_return_before_the_loop_has_ended() throws Exception {
        server = server(Duration.ofHours(1));
        try (var client = EchoClient.connect(server.address(), PATIENCE)) {
            client.echo(5);
            var before = Thread.getAllStackTraces().keySet();
            var closing = Closing.of(server);
            Expect.that(
                    "who calls close wants to know when it is over: it waits for the loop's thread, which lets clients finish",
                    !closing.returnsWithin(MOMENT),
                    () -> "close returned while a client was still being served");
            var second = Closing.of(server);
            Expect.that(
                    "a second call returns once the first has, and not before",
                    !second.returnsWithin(MOMENT),
                    () -> "it returned while a client was still being served");
            Expect.that(
                    "who waits for a thread sleeps meanwhile",
                    new Patience(PATIENCE).sees(() -> closersWait(before)),
                    () -> "for 2 s close was never seen waiting: it spins");
            Expect.that("the client may finish", client::finish);
            Expect.that("close returns once it has", () -> closing.await(PATIENCE));
        }
    }

    @Test
    @Order(3)
    void a_loop_that_is_woken_sees_at_once_what_is_wanted() throws IOException {
        server = new SelectorServer(options(Duration.ZERO), new SleepySelector());
        Expect.that(
                "the flag is set before the loop is woken: one that is woken first sees no flag, and sleeps again before it is set",
                () -> Closing.of(server).await(PATIENCE));
    }

    @Test
    @Order(4)
    void during_the_grace_the_loop_sleeps_as_before_and_nobody_else_asks_the_selector()
            throws IOException {
        var selector = new SleepySelector();
        server = new SelectorServer(options(Duration.ofHours(1)), selector);
        try (var client = EchoClient.connect(server.address(), PATIENCE)) {
            client.echo(5);
            var before = selector.turns();
            var closing = Closing.of(server);
            Expect.that(
                    "close waits for the loop's thread",
                    !closing.returnsWithin(MOMENT.multipliedBy(2)),
                    () -> "close returned while a client was still being served");
            var turns = selector.turns() - before;
            Expect.that(
                    "a wake-up ends one sleep; the select of a thread that is interrupted never sleeps again",
                    turns < MOST_TURNS,
                    () -> "with nothing to do the loop turned %s times".formatted(turns));
            Expect.that(
                    "a selector has one owner, the loop's thread; others may only wake it",
                    selector.askers().size() == 1,
                    () -> "it was asked by " + selector.askers());
            Expect.that("the client may finish", client::finish);
            Expect.that("close returns once it has", () -> closing.await(PATIENCE));
        }
    }

    @Test
    @Order(5)
    void who_is_interrupted_waits_all_the_same_and_is_told_afterwards() throws IOException {
        server = server(Duration.ofHours(1));
        try (var client = EchoClient.connect(server.address(), PATIENCE)) {
            client.echo(5);
            var closing = Closing.whenInterrupted(server);
            Expect.that(
                    "an interrupt is no reason to leave a loop behind",
                    !closing.returnsWithin(MOMENT),
                    () -> "close returned while a client was still being served");
            Expect.that("the client may finish", client::finish);
            Expect.that(
                    "close returns once it has, and keeps the interrupt for its caller",
                    () -> closing.await(PATIENCE));
        }
    }

    @Test
    @Order(6)
    void close_waits_for_a_loop_that_is_busy_when_the_grace_is_over() throws IOException {
        var busy = new CountDownLatch(1);
        var mayEnd = new CompletableFuture<Void>();
        server =
                new SelectorServer(
                        options(Duration.ZERO)
                                .withObserver(_ -> {
                                    busy.countDown();
                                    mayEnd.join();
                                }));
        try (var client = EchoClient.connect(server.address(), PATIENCE)) {
            client.send(5);
            Expect.that(
                    "a client is being served",
                    new Patience(PATIENCE).sees(() -> busy.getCount() == 0),
                    () -> "it is not");
            var closing = Closing.of(server);
            Expect.that(
                    "close waits until the loop's thread has ended, however long that takes",
                    !closing.returnsWithin(MOMENT),
                    () -> "it returned while the loop's thread was busy");
            mayEnd.complete(null);
            Expect.that("close returns when it has ended", () -> closing.await(PATIENCE));
        } finally {
            mayEnd.complete(null);
        }
    }

    /// Of the threads that call close, those that were not there before: a test before may have left one that never ends.
    private static boolean closersWait(Set<Thread> before) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("close") && !before.contains(thread))
                .map(Thread::getState)
                .allMatch(EnumSet.of(State.WAITING, State.TIMED_WAITING, State.BLOCKED)::contains);
    }

    /// Until the loop sleeps in `select`; a loop that is on its way there would see the flag by itself.
    private static void awaitSleep() {
        Expect.that(
                "a loop with nothing to do sleeps in select",
                new Patience(PATIENCE).sees(WakeUpTest::loopsSleep),
                () -> "it was never seen there");
    }

    private static boolean loopsSleep() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().equals("selector-loop"))
                .allMatch(thread ->
                        Stream.of(thread.getValue())
                                .anyMatch(frame -> frame.getMethodName().equals("select")));
    }

    private static SelectorServer server(Duration grace) throws IOException {
        return new SelectorServer(options(grace));
    }

    private static EchoOptions options(Duration grace) {
        return EchoOptions.defaults().withGrace(grace);
    }
}

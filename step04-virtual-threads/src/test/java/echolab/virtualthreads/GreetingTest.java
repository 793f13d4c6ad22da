package echolab.virtualthreads;

import echolab.contract.Expect;
import echolab.contract.Patience;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Is what is fetched once fetched once, and does nobody keep a carrier while he waits for it? Each test has classes of its own, since a class is
/// initialized once.
@DisplayName("A greeting")
@Timeout(120)
class GreetingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration MOMENT = Duration.ofMillis(300);
    private static final String OURS = Greeting.class.getPackageName() + ".";

    private final AtomicInteger fetches = new AtomicInteger();
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final List<Thread> askers = new ArrayList<>();
    private Fresh fresh;

    /// `Greeting` and `NewsDesk` as if nobody had used them yet.
    private static final class Fresh extends URLClassLoader {

        Fresh() {
            super(
                    new URL[] {Greeting.class.getProtectionDomain().getCodeSource().getLocation()},
                    Greeting.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(OURS + "Greeting") && !name.startsWith(OURS + "NewsDesk")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                var loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }

        void desk(Callable<String> desk) throws ReflectiveOperationException {
            var is = loadClass(OURS + "NewsDesk", true).getDeclaredMethod("is", Callable.class);
            is.setAccessible(true);
            is.invoke(null, desk);
        }

        /// What `Greeting.text()` gives or throws. By a method handle, since reflection might leave a native frame on the stack.
        String text() throws Throwable {
            var text = loadClass(OURS + "Greeting", true).getDeclaredMethod("text");
            text.setAccessible(true);
            return (String) MethodHandles.lookup().unreflect(text).invoke();
        }
    }

    @BeforeEach
    void load() {
        fresh = new Fresh();
    }

    @AfterEach
    void let_them_go() {
        arrived.countDown();
    }

    @Test
    @Order(1)
    void is_what_was_fetched() throws Throwable {
        fresh.desk(() -> "good morning");
        var text = fresh.text();

        Expect.that(
                "the text is what the desk says",
                "good morning".equals(text),
                () -> "it is " + text);
    }

    @Test
    @Order(2)
    void that_is_fetched_keeps_nobody_on_a_carrier() throws Exception {
        var pinned = new CopyOnWriteArrayList<String>();
        try (var events = new RecordingStream()) {
            events.enable("jdk.VirtualThreadPinned").withThreshold(Duration.ZERO).withStackTrace();
            events.onEvent(
                    "jdk.VirtualThreadPinned",
                    event -> {
                        if (isInGreeting(event)) {
                            pinned.add(event.getString("pinnedReason"));
                        }
                    });
            events.startAsync();
            fresh.desk(this::fetchSlowly);
            var asks = ask(1);
            letThemWait();
            answer(asks);
            events.stop();
        }
        Expect.that(
                "a virtual thread that waits is taken off its carrier, so that others may have it",
                pinned.isEmpty(),
                () -> "it stayed on its carrier while it waited for the desk: " + pinned);
    }

    @Test
    @Order(3)
    void is_fetched_once_for_all_who_ask_at_the_same_time() throws Exception {
        fresh.desk(this::fetchSlowly);
        var asks = ask(5);
        letThemWait();

        Expect.that(
                "whoever asks while it is being fetched waits for that, and gets it",
                asks.stream().noneMatch(CompletableFuture::isDone),
                () -> "some had an answer before there was one: " + asks);
        Expect.that(
                "whoever waits leaves his carrier to others: he does not look again and again",
                new Patience(PATIENCE).sees(() -> askers.stream().allMatch(GreetingTest::waits)),
                () -> "of the threads that ask some run: " + states());
        answer(asks);
        expectFetches(1);
    }

    @Test
    @Order(4)
    void is_fetched_once_for_who_asks_later() throws Throwable {
        fresh.desk(this::fetchAtOnce);
        for (var i = 0; i < 3; i++) {
            fresh.text();
        }
        expectFetches(1);
    }

    @Test
    @Order(5)
    void is_not_fetched_before_anybody_asks() throws Throwable {
        fresh.desk(this::fetchAtOnce);
        Class.forName(OURS + "Greeting", true, fresh);
        expectFetches(0);
    }

    @Test
    @Order(6)
    void that_could_not_be_fetched_is_fetched_again() throws Throwable {
        fresh.desk(() -> {
            if (fetches.incrementAndGet() == 1) {
                throw new IOException("nobody there");
            }
            return "hello";
        });
        var first = given();
        Expect.that(
                "whoever asked is told why there is no text",
                isFromDesk(first),
                () -> "the first call gave " + first);
        var second = given();
        Expect.that(
                "the desk may have been closed for a moment: the next who asks tries again",
                "hello".equals(second),
                () -> "the second call gave " + second);
        expectFetches(2);
    }

    @Test
    @Order(7)
    void that_cannot_be_fetched_keeps_nobody_waiting() throws Exception {
        var isClosed = new AtomicBoolean(true);
        fresh.desk(() -> {
            fetches.incrementAndGet();
            arrived.await();
            if (isClosed.get()) {
                throw new IOException("nobody there");
            }
            return "hello";
        });
        var asks = ask(3);
        letThemWait();
        arrived.countDown();
        for (var ask : asks) {
            Expect.that(
                    "whoever waits for a text that cannot be fetched gets the exception of the desk, or asks the desk for himself and gets it then",
                    new Patience(PATIENCE).sees(ask::isDone)
                            && ask.isCompletedExceptionally()
                            && isFromDesk(ask.exceptionNow()),
                    () -> "somebody has " + ask);
        }
        isClosed.set(false);
        answer(ask(1));
    }

    private static boolean isFromDesk(Object given) {
        return given instanceof IllegalStateException e && e.getMessage().contains("nobody there");
    }

    private static boolean isInGreeting(RecordedEvent event) {
        return event.getStackTrace() != null
                && event.getStackTrace().getFrames().stream()
                        .map(frame -> frame.getMethod().getType().getName())
                        .anyMatch(name ->
                                name.equals(OURS + "Greeting")
                                        || name.startsWith(OURS + "Greeting$"));
    }

    private Object given() {
        try {
            return fresh.text();
        } catch (Throwable e) {
            return e;
        }
    }

    private List<CompletableFuture<String>> ask(int count) {
        var asks = new ArrayList<CompletableFuture<String>>();
        for (var i = 0; i < count; i++) {
            var ask = new CompletableFuture<String>();
            asks.add(ask);
            askers.add(
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    ask.complete(fresh.text());
                                } catch (Throwable e) {
                                    ask.completeExceptionally(e);
                                }
                            }));
        }
        return asks;
    }

    private static boolean waits(Thread thread) {
        return switch (thread.getState()) {
            case WAITING, TIMED_WAITING, BLOCKED -> true;
            case NEW, RUNNABLE, TERMINATED -> false;
        };
    }

    private List<Thread.State> states() {
        return askers.stream().map(Thread::getState).toList();
    }

    /// Until the first is at the desk, and the others had time to come as far as they can.
    private void letThemWait() {
        Expect.that(
                "somebody asks the desk",
                new Patience(PATIENCE).sees(() -> fetches.get() > 0),
                () -> "nobody does");
        new Patience(MOMENT).sees(() -> false);
    }

    private void answer(List<CompletableFuture<String>> asks) {
        arrived.countDown();
        for (var ask : asks) {
            Expect.that(
                    "everybody gets the text",
                    new Patience(PATIENCE).sees(ask::isDone)
                            && !ask.isCompletedExceptionally()
                            && "hello".equals(ask.join()),
                    () -> "somebody has " + ask);
        }
    }

    private String fetchSlowly() throws InterruptedException {
        fetches.incrementAndGet();
        arrived.await();
        return "hello";
    }

    private String fetchAtOnce() {
        fetches.incrementAndGet();
        return "hello";
    }

    private void expectFetches(int expected) {
        Expect.that(
                "the desk is asked %s times".formatted(expected),
                fetches.get() == expected,
                () -> "it was asked %s times".formatted(fetches.get()));
    }
}

package echolab.epoll.examples;

import echolab.contract.Expect;
import echolab.contract.Patience;
import echolab.epoll.task.Task;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Do those who come to the room hear each other, and nothing else? The guests are plain blocking sockets, so that nothing of the step is tested by itself.
@DisplayName("A chat room")
@EnabledOnOs(value = OS.LINUX, disabledReason = "step 05 calls Linux's epoll")
@Timeout(120)
class ChatRoomTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// So many lines may wait for somebody in any case.
    private static final int A_FEW_DOZEN = 24;

    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private volatile Task<?> room;

    /// What was there still when the room had ended.
    private final List<String> left = new CopyOnWriteArrayList<>();

    @BeforeEach
    void open() {
        Thread.ofPlatform().name("chat room").daemon().start(this::runRoom);
    }

    private void runRoom() {
        try {
            Task.run(() -> {
                var listener = ChatRoom.listen(0);
                room = Task.spawn("room", () -> new ChatRoom().open(listener));
                port.complete(listener.address().getPort());
                try {
                    return room.await();
                } finally {
                    Task.current().all().forEach(task -> left.add(task.name()));
                    left.remove(Task.current().name());
                }
            });
        } catch (CancellationException _) {
            closed.complete(null);
        } catch (Throwable e) {
            port.completeExceptionally(e);
            closed.completeExceptionally(e);
        }
    }

    /// Whatever else a test has seen; the `Todo` is the reason in any case.
    @AfterEach
    void whoever_cancels_the_room_ends_it_and_all_that_it_has_started() {
        Expect.that("the room opens", () -> port.get(10, TimeUnit.SECONDS));
        endRoom();
        Expect.that(
                "a room that is cancelled ends by that, and by nothing else",
                !closed.isCompletedExceptionally(),
                () -> "it ended with " + closed.exceptionNow());
    }

    private void endRoom() {
        room.cancel();
        Expect.that(
                "whoever cancels the room ends it, and all that it has started",
                new Patience(PATIENCE).sees(closed::isDone) && left.isEmpty(),
                () -> closed.isDone() ? "of its tasks are left: " + left : "it goes on");
        Expect.that(
                "a room that has ended takes nobody: its listener is closed",
                isRefused(),
                () -> "somebody could still come");
    }

    private boolean isRefused() {
        try {
            new Socket(InetAddress.getLoopbackAddress(), port.join()).close();
            return false;
        } catch (IOException _) {
            return true;
        }
    }

    private Guest join(String name) throws Exception {
        return Guest.join(port.get(10, TimeUnit.SECONDS), name);
    }

    private Guest joinSlowly(String name) throws Exception {
        return Guest.joinSlowly(port.get(10, TimeUnit.SECONDS), name);
    }

    @Test
    @Order(1)
    void who_comes_is_asked_for_a_name_and_the_others_hear_it() throws Exception {
        try (var ann = join("Ann");
                var bob = ann.seesComing(join("Bob"))) {
            bob.says("hello");
            ann.reads("Bob: hello");
        }
    }

    @Test
    @Order(2)
    void what_one_says_all_others_read() throws Exception {
        try (var ann = join("Ann");
                var bob = ann.seesComing(join("Bob"));
                var cem = bob.seesComing(ann.seesComing(join("Cem")))) {
            ann.says("hello");
            bob.reads("Ann: hello");
            cem.reads("Ann: hello");
            cem.says("hi");
            // and not what she has said herself
            ann.reads("Cem: hi");
            bob.reads("Cem: hi");
        }
    }

    @Test
    @Order(3)
    void what_is_said_is_read_as_it_was_said() throws Exception {
        try (var ann = join("Ann");
                var bob = ann.seesComing(join("Bob"))) {
            for (var line : List.of("", "  between blanks  ", "Bob has left", "ä: ö")) {
                ann.says(line);
                bob.reads("Ann: " + line);
            }
        }
    }

    @Test
    @Order(4)
    void all_read_the_lines_in_the_same_order() throws Exception {
        try (var ann = join("Ann");
                var bob = ann.seesComing(join("Bob"))) {
            for (var i = 0; i < 1000; i++) {
                ann.says("line " + i);
            }
            for (var i = 0; i < 1000; i++) {
                bob.reads("Ann: line " + i);
            }
        }
    }

    @Test
    @Order(5)
    void who_goes_is_missed() throws Exception {
        try (var ann = join("Ann")) {
            ann.seesComing(join("Bob")).close();
            ann.reads("Bob has left");
            ann.seesComing(join("Cem")).vanishes();
            ann.reads("Cem has left");
            try (var dan = ann.seesComing(join("Dan"))) {
                dan.says("a last word");
                dan.isDone();
                ann.reads("Dan: a last word");
                ann.reads("Dan has left");
            }
        }
    }

    @Test
    @Order(6)
    void who_goes_without_a_name_is_no_news() throws Exception {
        try (var ann = join("Ann")) {
            Guest.comes(port.get(10, TimeUnit.SECONDS), "nobody").close();
            Guest.comes(port.get(10, TimeUnit.SECONDS), "nobody").vanishes();
            try (var shy = Guest.comes(port.get(10, TimeUnit.SECONDS), "shy")) {
                shy.isDone();
                ann.seesComing(join("Bob")).close();
                ann.reads("Bob has left");
            }
        }
    }

    @Test
    @Order(7)
    void two_of_one_name_are_two() throws Exception {
        try (var ann = join("Ann");
                var other = ann.seesComing(join("Ann"));
                var bob = other.seesComing(ann.seesComing(join("Bob")))) {
            bob.says("which of you?");
            ann.reads("Bob: which of you?");
            other.reads("Bob: which of you?");
            other.isDone();
            ann.reads("Ann has left");
            bob.reads("Ann has left");
            bob.says("now I know");
            ann.reads("Bob: now I know");
        }
    }

    @Test
    @Order(8)
    void lines_of_two_who_speak_at_once_do_not_get_mixed_up() throws Exception {
        var a = "a".repeat(20_000);
        var b = "b".repeat(20_000);
        try (var ann = join("Ann");
                var bob = ann.seesComing(join("Bob"));
                var cem = bob.seesComing(ann.seesComing(join("Cem")))) {
            for (var i = 0; i < 20; i++) {
                ann.says(a);
                bob.says(b);
                for (var line : List.of(cem.reads(), cem.reads())) {
                    Expect.that(
                            "a line comes whole",
                            line.equals("Ann: " + a) || line.equals("Bob: " + b),
                            () -> "a line of %s characters".formatted(line.length()));
                }
                ann.reads("Bob: " + b);
                bob.reads("Ann: " + a);
            }
        }
    }

    @Test
    @Order(9)
    void who_is_slow_for_a_while_misses_nothing() throws Exception {
        try (var ann = join("Ann");
                var bob = ann.seesComing(join("Bob"));
                var slow = bob.seesComing(ann.seesComing(joinSlowly("Slow")))) {
            var lines = 0;
            for (var more = A_FEW_DOZEN; more > 0; more -= someoneWaitsToWrite() ? 1 : 0) {
                ann.says(numbered(lines));
                bob.reads("Ann: " + numbered(lines++));
            }
            for (var i = 0; i < lines; i++) {
                slow.reads("Ann: " + numbered(i));
            }
        }
    }

    private static String numbered(int line) {
        return line + "x".repeat(16_000);
    }

    /// The socket of a guest who does not read is full.
    private boolean someoneWaitsToWrite() {
        return room.all().stream().anyMatch(task -> task.awaits().kind().endsWith(" write"));
    }

    @Test
    @Order(10)
    void one_that_never_reads_holds_up_nobody_and_has_to_leave() throws Exception {
        var line = "x".repeat(16_000);
        var most = 4000; // 64 MB: far more than the buffers of a connection
        try (var ann = join("Ann");
                var bob = ann.seesComing(join("Bob"));
                var deaf = bob.seesComing(ann.seesComing(join("Deaf")));
                var cem = bob.seesComing(ann.seesComing(join("Cem")))) {
            var heardByBob = new ArrayList<String>();
            var heardByCem = new ArrayList<String>();
            for (var i = 0; i < most && !heardByBob.contains("Deaf has left"); i++) {
                ann.says(line);
                heardByBob.addAll(bob.readsUpTo("Ann: " + line));
                heardByCem.addAll(cem.readsUpTo("Ann: " + line));
            }
            Expect.that(
                    "whoever reads nothing has to leave when the lines that wait for him become too many, and the others hear it",
                    heardByBob.contains("Deaf has left") && deaf.isConnected(),
                    () ->
                            "after %s lines, of which Deaf has read none, he is there"
                                    .formatted(heardByBob.size()));
            ann.reads("Deaf has left");
            bob.says("at last");
            ann.reads("Bob: at last");
            ann.says("at last");
            heardByBob.addAll(bob.readsUpTo("Ann: at last"));
            heardByCem.addAll(cem.readsUpTo("Ann: at last"));
            heardByCem.remove("Bob: at last");
            Expect.that(
                    "all read the same, in the same order, also when somebody has to leave",
                    heardByBob.equals(heardByCem) && isThereOnce(heardByBob, "Deaf has left"),
                    () ->
                            "at the end Bob has read %s and Cem has read %s"
                                    .formatted(end(heardByBob), end(heardByCem)));
        }
    }

    private static boolean isThereOnce(List<String> lines, String line) {
        return lines.indexOf(line) == lines.lastIndexOf(line);
    }

    private static List<String> end(List<String> lines) {
        return lines.subList(Math.max(0, lines.size() - 4), lines.size()).stream()
                .map(Guest::shown)
                .toList();
    }

    @Test
    @Order(11)
    void many_that_never_read_hold_up_nobody() throws Exception {
        // the same few fit into each of their sockets, so all are full at the same line: whoever
        // gave
        // each a second more would let Bob wait for twelve
        var line = "x".repeat(60_000);
        var deaf = new ArrayList<Guest>();
        try (var ann = join("Ann")) {
            for (var i = 0; i < 12; i++) {
                deaf.add(ann.seesComing(joinSlowly("Deaf")));
            }
            try (var bob = ann.seesComing(join("Bob"))) {
                var leave = 0;
                for (var i = 0; i < 1000 && leave < deaf.size(); i++) {
                    ann.says(line);
                    var heard = bob.readsUpTo("Ann: " + line);
                    leave += heard.size() - 1;
                }
                var have = leave;
                Expect.that(
                        "all who read nothing have to leave",
                        have == deaf.size(),
                        () -> "%s of %s have left".formatted(have, deaf.size()));
            }
        } finally {
            for (var guest : deaf) {
                guest.close();
            }
        }
    }

    @Test
    @Order(12)
    void who_is_written_to_when_it_has_vanished_takes_nobody_along() throws Exception {
        try (var ann = join("Ann")) {
            for (var attempt = 0; attempt < 5; attempt++) {
                var bob = ann.seesComing(join("Bob"));
                // these are still being read when he has vanished, and somebody answers
                bob.says("hello\n".repeat(500) + "hello");
                bob.vanishes();
                ann.says("hello, Bob");
                ann.readsUpTo("Bob has left");
            }
            ann.seesComing(join("Cem")).close();
            ann.reads("Cem has left");
        }
    }

    @Test
    @Order(13)
    void that_is_cancelled_ends_also_for_those_who_are_there() throws Exception {
        try (var ann = join("Ann");
                var bob = ann.seesComing(join("Bob"));
                var _ = Guest.comes(port.get(10, TimeUnit.SECONDS), "shy")) {
            bob.says("hello");
            ann.reads("Bob: hello");
            endRoom();
        }
    }
}

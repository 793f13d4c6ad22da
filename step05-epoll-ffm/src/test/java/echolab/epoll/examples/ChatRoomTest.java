package echolab.epoll.examples;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.epoll.task.Task;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// The guests are plain blocking sockets, so that nothing of the step is tested by itself.
@EnabledOnOs(value = OS.LINUX, disabledReason = "step 05 calls Linux's epoll")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ChatRoomTest {

    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private volatile Task<?> room;

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
                return room.await();
            });
        } catch (CancellationException _) {
            closed.complete(null);
        } catch (Throwable e) {
            port.completeExceptionally(e);
            closed.completeExceptionally(e);
        }
    }

    @AfterEach
    void closeLeavesNothingRunning() throws Exception {
        port.get(10, TimeUnit.SECONDS);
        room.cancel();
        closed.get(10, TimeUnit.SECONDS);
    }

    private Guest join(String name) throws Exception {
        return Guest.join(port.get(10, TimeUnit.SECONDS), name);
    }

    @Test
    void what_one_says_all_others_read() throws Exception {
        try (var ann = join("Ann");
                var bob = ann.seesComing(join("Bob"));
                var cem = bob.seesComing(ann.seesComing(join("Cem")))) {
            ann.says("hello");
            assertThat(bob.reads()).isEqualTo("Ann: hello");
            assertThat(cem.reads()).isEqualTo("Ann: hello");
            cem.says("hi");
            assertThat(ann.reads()).as("Ann does not read herself").isEqualTo("Cem: hi");
            assertThat(bob.reads()).isEqualTo("Cem: hi");
        }
    }

    @Test
    void all_read_the_lines_in_the_same_order() throws Exception {
        try (var ann = join("Ann");
                var bob = ann.seesComing(join("Bob"))) {
            for (var i = 0; i < 1000; i++) {
                ann.says("line " + i);
            }
            for (var i = 0; i < 1000; i++) {
                assertThat(bob.reads()).isEqualTo("Ann: line " + i);
            }
        }
    }

    @Test
    void who_goes_is_missed() throws Exception {
        try (var ann = join("Ann")) {
            ann.seesComing(join("Bob")).close();
            assertThat(ann.reads()).isEqualTo("Bob has left");
        }
    }

    @Test
    void one_that_never_reads_holds_up_nobody_and_has_to_leave() throws Exception {
        var line = "x".repeat(16_000);
        var most = 4000; // 64 MB: far more than the buffers of a connection
        try (var ann = join("Ann");
                var bob = ann.seesComing(join("Bob"));
                var deaf = bob.seesComing(ann.seesComing(join("Deaf")))) {
            var heard = "";
            var lines = 0;
            while (!heard.equals("Deaf has left") && lines++ < most) {
                ann.says(line);
                heard = bob.reads();
                assertThat(heard).isIn("Ann: " + line, "Deaf has left");
            }
            assertThat(heard)
                    .as("what Bob read after %d lines of which Deaf read none", lines)
                    .isEqualTo("Deaf has left");
            assertThat(deaf.isConnected()).isTrue();
        }
    }
}

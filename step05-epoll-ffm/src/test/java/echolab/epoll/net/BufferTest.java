package echolab.epoll.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import echolab.epoll.LoopTest;
import echolab.epoll.Until;
import echolab.epoll.task.Task;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which buffers does a stream take? Those that the JDK's `SocketChannel` takes, if they are direct; and it refuses the others by the same
/// exceptions, before the kernel writes into memory that belongs to somebody else by now.
@LoopTest
class BufferTest {

    private static final int SIZE = 64;

    /// What is done with a stream to a peer that has sent three bytes, and will send more when told to.
    private interface BufferUse {
        void with(Stream stream, OutputStream peer) throws Exception;
    }

    private static void connected(BufferUse use) throws Exception {
        Task.run(() -> {
            try (var server = Loopback.backlog(1);
                    var stream =
                            Stream.connect("127.0.0.1", server.getLocalPort(), Loopback.LIMIT);
                    Socket peer = server.accept()) {
                peer.getOutputStream().write(new byte[] {1, 2, 3});
                use.with(stream, peer.getOutputStream());
            }
            return null;
        });
    }

    private static ByteBuffer ofAnArenaOfAnotherThread() throws Exception {
        var made = new FutureTask<>(() -> Arena.ofConfined().allocate(SIZE).asByteBuffer());
        Thread.ofPlatform().start(made).join();
        return made.get();
    }

    private static ByteBuffer ofAClosedArena() {
        try (var arena = Arena.ofShared()) {
            return arena.allocate(SIZE).asByteBuffer();
        }
    }

    /// The JDK's own answer, to compare with.
    private static Class<?> whatTheJdkThrows(ByteBuffer buffer, boolean reading) throws Exception {
        try (var server = Loopback.backlog(1);
                var channel =
                        SocketChannel.open(
                                new InetSocketAddress(
                                        server.getInetAddress(), server.getLocalPort()));
                var peer = server.accept()) {
            peer.getOutputStream().write(1);
            if (reading) {
                channel.read(buffer);
            } else {
                channel.write(buffer);
            }
            return null;
        } catch (RuntimeException e) {
            return e.getClass();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_buffer_of_a_closed_arena_is_refused_as_the_jdk_does(boolean reading) throws Exception {
        refusesAsTheJdk(ofAClosedArena(), reading);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_buffer_confined_to_another_thread_is_refused_as_the_jdk_does(boolean reading)
            throws Exception {
        refusesAsTheJdk(ofAnArenaOfAnotherThread(), reading);
    }

    @Test
    void a_read_only_buffer_is_refused_for_reading_as_the_jdk_does() throws Exception {
        refusesAsTheJdk(ByteBuffer.allocateDirect(SIZE).asReadOnlyBuffer(), true);
    }

    @Test
    void a_read_only_buffer_is_written_like_any_other() throws Exception {
        connected((stream, _) -> {
            var buffer = ByteBuffer.allocateDirect(SIZE).asReadOnlyBuffer();
            stream.write(buffer);
            assertThat(buffer.hasRemaining()).isFalse();
        });
    }

    private static void refusesAsTheJdk(ByteBuffer buffer, boolean reading) throws Exception {
        var expected = whatTheJdkThrows(buffer, reading);
        assertThat(expected).as("what the JDK throws").isNotNull();
        connected((stream, _) -> {
            assertThatThrownBy(
                            () -> {
                                if (reading) {
                                    stream.read(buffer);
                                } else {
                                    stream.write(buffer);
                                }
                            })
                    .isInstanceOf(expected);
            var good = ByteBuffer.allocateDirect(SIZE);
            assertThat(stream.read(good)).as("nothing was read in vain").isEqualTo(3);
        });
    }

    @Test
    void a_heap_buffer_is_refused_at_once_and_not_when_bytes_come() throws Exception {
        connected((stream, _) -> {
            stream.read(ByteBuffer.allocateDirect(SIZE));
            assertThatThrownBy(() -> stream.read(ByteBuffer.allocate(SIZE)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("needs a direct buffer");
        });
    }

    @Test
    void the_same_buffer_is_refused_once_its_arena_is_closed() throws Exception {
        connected((stream, peer) -> {
            ByteBuffer buffer;
            try (var arena = Arena.ofShared()) {
                buffer = arena.allocate(SIZE).asByteBuffer();
                assertThat(stream.read(buffer)).isEqualTo(3);
            }
            peer.write(4);
            assertThatThrownBy(() -> stream.read(buffer)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> stream.write(buffer))
                    .isInstanceOf(IllegalStateException.class);
        });
    }

    @Test
    void an_arena_that_is_closed_while_a_task_waits_is_noticed_before_the_kernel_writes()
            throws Exception {
        connected((stream, peer) -> {
            stream.read(ByteBuffer.allocateDirect(SIZE));
            var arena = Arena.ofShared();
            var buffer = arena.allocate(SIZE).asByteBuffer();
            var reader = Task.spawn("reader", () -> stream.read(buffer));
            Until.holds(
                    "it waits",
                    () -> reader.awaits().text().contains("read"),
                    () -> reader.awaits().text());
            arena.close();
            peer.write(4);
            assertThatThrownBy(reader::await).isInstanceOf(IllegalStateException.class);
        });
    }

    @Test
    void a_buffer_of_the_tasks_own_confined_arena_is_taken() throws Exception {
        connected((stream, _) -> {
            try (var arena = Arena.ofConfined()) {
                var buffer = arena.allocate(SIZE).asByteBuffer();
                assertThat(stream.read(buffer)).isEqualTo(3);
                stream.write(buffer.flip());
            }
        });
    }

    @Test
    void bytes_go_to_the_position_of_the_buffer_and_to_no_other() throws Exception {
        connected((stream, _) -> {
            var whole = ByteBuffer.allocateDirect(SIZE);
            var part = whole.slice(8, 16).position(2).limit(4);
            assertThat(stream.read(part)).isEqualTo(2);
            assertThat(new byte[] {whole.get(9), whole.get(10), whole.get(11), whole.get(12)})
                    .containsExactly(0, 1, 2, 0);
            assertThat(stream.read(part.limit(5))).isEqualTo(1);
            assertThat(whole.get(12)).isEqualTo((byte) 3);
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_was_read_ahead_is_given_into_no_buffer_that_would_be_refused(boolean readOnly)
            throws Exception {
        connected((stream, _) -> {
            stream.readUntil((byte) 1, 10); // and has 2 and 3 ahead
            var buffer =
                    readOnly
                            ? ByteBuffer.allocateDirect(SIZE).asReadOnlyBuffer()
                            : ByteBuffer.allocate(SIZE);
            assertThatThrownBy(() -> stream.read(buffer))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(stream.read(ByteBuffer.allocateDirect(SIZE))).isEqualTo(2);
        });
    }
}

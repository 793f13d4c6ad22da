package echolab.epoll.net;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.epoll.LoopTest;
import echolab.epoll.Until;
import echolab.epoll.loop.EventLoop;
import echolab.epoll.task.Task;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/// Does a task whose stream is always ready let the others have their turn?
@LoopTest
class FairnessTest {

    /// All of it lies in the socket before the first read, so none of the reads of one byte has to wait.
    private static final int WAITING_BYTES = 30_000;

    private int greedyReads;

    private Task<Void> greedy(Stream stream) {
        return Task.spawn(
                "greedy",
                () -> {
                    var one = ByteBuffer.allocateDirect(1);
                    while (greedyReads < WAITING_BYTES && stream.read(one.clear()) > 0) {
                        greedyReads++;
                    }
                });
    }

    private static Stream streamWithBytes(Listener listener) throws Exception {
        var stream = Loopback.connectTo(listener);
        stream.write(ByteBuffer.allocateDirect(WAITING_BYTES));
        return stream;
    }

    /// Echoes, but only once all has come: from then on everything waits in the socket of the client.
    private static void echoAtOnce(Stream stream) throws Exception {
        var all = ByteBuffer.allocateDirect(WAITING_BYTES);
        stream.readExactly(all);
        stream.write(all.flip());
    }

    @Test
    void an_always_readable_stream_gives_way_after_a_burst() throws Exception {
        Task.run(() -> {
            var listener = Loopback.listen();
            var served = new boolean[1];
            Loopback.serve(
                    listener,
                    stream -> {
                        echoAtOnce(stream);
                        served[0] = true;
                        Task.sleep(Loopback.LIMIT);
                    });
            var stream = streamWithBytes(listener);
            Until.holds("all bytes wait in the socket", () -> served[0], () -> served[0]);
            var greedy = greedy(stream);
            var longest = 0;
            for (var before = 0; !greedy.isDone(); before = greedyReads) {
                Task.yield();
                longest = Math.max(longest, greedyReads - before);
            }
            greedy.await();
            assertThat(greedyReads).isEqualTo(WAITING_BYTES);
            // the operation that gave way is done on top of the next burst
            assertThat(longest).isBetween(2, EventLoop.BURST + 1);
            return null;
        });
    }

    @Test
    void an_event_that_comes_meanwhile_is_served_before_the_greedy_stream_is_empty()
            throws Exception {
        Task.run(() -> {
            var bulk = Loopback.listen();
            Loopback.serve(bulk, FairnessTest::echoAtOnce);
            var small = Loopback.listen();
            Loopback.serve(small, Loopback::echo);
            var quiet = Loopback.connectTo(small);
            var greedy = greedy(streamWithBytes(bulk));
            while (greedyReads < EventLoop.BURST) {
                Task.yield();
            }
            quiet.write(Loopback.bytes(7));
            quiet.readExactly(Loopback.bytes(0));
            assertThat(greedyReads).isBetween(EventLoop.BURST, WAITING_BYTES - 1);
            greedy.await();
            assertThat(greedyReads).isEqualTo(WAITING_BYTES);
            return null;
        });
    }
}

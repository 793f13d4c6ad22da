package echolab.epoll.net;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.epoll.LoopTest;
import echolab.epoll.loop.LoopInside;
import echolab.epoll.task.Task;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

/// The kernel gives the number of a closed descriptor to the next one. Does the next one get what was the first one's?
@LoopTest
class DescriptorReuseTest {

    @Test
    void an_event_of_a_closed_stream_does_not_reach_the_next_one_with_its_number()
            throws Exception {
        Task.run(() -> {
            var first = Loopback.connectToSilence();
            var stale = LoopInside.registration(first);
            first.close();
            var loop = Task.current().loop();
            var second = new Stream(loop, loop.linux.socket(2));
            assertThat(second.number()).isEqualTo(first.number());
            loop.register(second);
            LoopInside.dispatch(loop, stale, 1);
            assertThat(second.readable).isFalse();
            var own = LoopInside.registration(second);
            LoopInside.dispatch(loop, own, 1);
            assertThat(second.readable).isTrue();
            return null;
        });
    }

    /// Every stream is closed with an echo on its way to it. The next one gets its number, and must see its own byte alone.
    @Test
    void a_stream_never_reads_what_was_meant_for_the_one_before() throws Exception {
        var rounds = 500;
        Task.run(() -> {
            var listener = Loopback.listen();
            Loopback.serve(listener, Loopback::echo);
            var numbers = new HashSet<Integer>();
            for (var i = 0; i < rounds; i++) {
                try (var left = Loopback.connectTo(listener)) {
                    numbers.add(left.number());
                    left.write(Loopback.bytes(255));
                    Task.yield();
                }
                try (var next = Loopback.connectTo(listener)) {
                    numbers.add(next.number());
                    next.write(Loopback.bytes(i % 100));
                    var read = Loopback.bytes(0);
                    next.readExactly(read);
                    assertThat(read.get(0)).isEqualTo((byte) (i % 100));
                }
            }
            assertThat(numbers).as("numbers of %d streams", 2 * rounds).hasSizeLessThan(rounds);
            return null;
        });
    }
}

package echolab.epoll.examples;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.epoll.LoopTest;
import echolab.epoll.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Is anybody taken for slow who only had no turn yet? In one turn of the loop everybody may say something.
@LoopTest
@DisplayName("A crowded chat room")
class CrowdedChatRoomTest {

    private static final int CROWD = 200;

    @Test
    void loses_nobody_when_all_speak_in_the_same_turn() throws Exception {
        var heard =
                Task.run(() -> {
                    var listener = ChatRoom.listen(0);
                    var port = listener.address().getPort();
                    var room = Task.spawn("room", () -> new ChatRoom().open(listener));
                    var spoken = new CountDownLatch(1);
                    var loop = Task.current().loop();
                    return Task.blocking(() -> {
                        var all = join(port);
                        // a loop that stands still finds what all have said when it goes on
                        loop.execute(() -> await(spoken));
                        for (var guest : all) {
                            guest.says("hello");
                        }
                        spoken.countDown();
                        var lines = new ArrayList<List<String>>();
                        for (var guest : all) {
                            lines.add(hellos(guest));
                        }
                        room.cancel();
                        return lines;
                    });
                });

        for (var i = 0; i < CROWD; i++) {
            var own = name(i) + ": hello";
            assertThat(heard.get(i)).hasSize(CROWD - 1).doesNotHaveDuplicates().doesNotContain(own);
        }
    }

    private static List<Guest> join(int port) throws Exception {
        var all = new ArrayList<Guest>();
        for (var i = 0; i < CROWD; i++) {
            all.add(Guest.join(port, name(i)));
            if (i > 0) {
                all.getFirst().reads(name(i) + " has come");
            }
        }
        for (var guest : all.subList(1, CROWD - 1)) {
            guest.readsUpTo(name(CROWD - 1) + " has come");
        }
        return all;
    }

    private static List<String> hellos(Guest guest) throws Exception {
        var lines = new ArrayList<String>();
        while (lines.size() < CROWD - 1) {
            lines.add(guest.reads());
        }
        return lines;
    }

    private static String name(int guest) {
        return "Guest " + guest;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}

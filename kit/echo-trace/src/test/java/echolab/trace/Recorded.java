package echolab.trace;

import echolab.process.Digits;
import echolab.trace.ClientEvent.Action;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Two small conversations as strace writes them, shortened by hand, so that each arrow and each row can be foretold.
final class Recorded {

    private static final int A = 40_000;
    private static final int B = 40_001;
    private static final String ON_A = "7<TCP:[127.0.0.1:8888->127.0.0.1:40000]>";
    private static final String ON_B = "8<TCP:[127.0.0.1:8888->127.0.0.1:40001]>";
    private static final String EPOLL = "4<anon_inode:[eventpoll]>";
    private static final String READY_A =
            "epoll_wait(%s, [{events=EPOLLIN, data={u32=7, u64=7}}], 64, -1) = 1".formatted(EPOLL);
    private static final String READY_A_AND_B =
            "epoll_wait(%s, [{events=EPOLLIN, data={u32=7, u64=7}}, {events=EPOLLIN, data={u32=8, u64=8}}], 64, -1) = 2"
                    .formatted(EPOLL);

    private Recorded() {}

    /// One thread sleeps in `epoll_wait`, accepts A, echoes A's message.
    static Trace loop() {
        return trace(
                List.of(
                        event(0, Action.CONNECTS, 0),
                        event(20_000, Action.SENDS, 0),
                        event(20_500, Action.RECEIVES, 0)),
                Map.of(
                        10,
                        List.of(
                                line(
                                        -5_000,
                                        "epoll_wait(%s, [{events=EPOLLIN, data={u32=3, u64=3}}], 64, -1) = 1"
                                                .formatted(EPOLL),
                                        5_100),
                                line(
                                        200,
                                        "accept4(3<TCP:[127.0.0.1:8888]>, NULL, NULL, 0) = " + ON_A,
                                        20),
                                line(300, "fcntl(%s, F_SETFL, O_NONBLOCK) = 0".formatted(ON_A), 5),
                                line(
                                        400,
                                        "epoll_ctl(%s, EPOLL_CTL_ADD, %s, {events=EPOLLIN, data={u32=7, u64=7}}) = 0"
                                                .formatted(EPOLL, ON_A),
                                        9),
                                line(500, READY_A, 19_600),
                                line(20_200, "read(%s, \"hello\", 2048) = 5".formatted(ON_A), 9),
                                line(20_300, "write(%s, \"hello\", 5) = 5".formatted(ON_A), 30),
                                "1.020400 epoll_wait(%s,  <detached ...>".formatted(EPOLL)),
                        11,
                        List.of(
                                line(
                                        100,
                                        "futex(0x7f, FUTEX_WAIT_PRIVATE, 0, NULL) = 0",
                                        20_000))));
    }

    /// One thread echoes A's message; later one of A and one of B, which came together.
    static Trace twice() {
        return trace(
                List.of(
                        event(0, Action.SENDS, 0),
                        event(500, Action.RECEIVES, 0),
                        event(40_000, Action.SENDS, 0),
                        event(40_050, Action.SENDS, 1),
                        event(40_500, Action.RECEIVES, 0),
                        event(40_700, Action.RECEIVES, 1)),
                Map.of(
                        10,
                        List.of(
                                line(-5_000, READY_A, 5_100),
                                line(200, "read(%s, \"hello\", 2048) = 5".formatted(ON_A), 9),
                                line(300, "write(%s, \"hello\", 5) = 5".formatted(ON_A), 30),
                                line(400, READY_A_AND_B, 39_700),
                                line(40_200, "read(%s, \"again\", 2048) = 5".formatted(ON_A), 9),
                                line(40_300, "write(%s, \"again\", 5) = 5".formatted(ON_A), 30),
                                line(40_400, "read(%s, \"again\", 2048) = 5".formatted(ON_B), 9),
                                line(40_500, "write(%s, \"again\", 5) = 5".formatted(ON_B), 30),
                                "1.040600 epoll_wait(%s,  <detached ...>".formatted(EPOLL))));
    }

    /// A thread polls, and wakes another that reads what B sent.
    static Trace handoff() {
        return trace(
                List.of(event(0, Action.SENDS, 1), event(900, Action.RECEIVES, 1)),
                Map.of(
                        20,
                        List.of(
                                line(
                                        -5_000,
                                        "epoll_wait(%s, [{events=EPOLLIN, data={u32=8, u64=8}}], 64, -1) = 1"
                                                .formatted(EPOLL),
                                        5_100),
                                line(200, "futex(0x7fe0, FUTEX_WAKE_PRIVATE, 1) = 1", 20),
                                line(250, "futex(0x7fff, FUTEX_WAKE_PRIVATE, 1) = 1", 20)),
                        21,
                        List.of(
                                line(
                                        -5_000,
                                        "futex(0x7fe0, FUTEX_WAIT_PRIVATE, 0, NULL) = 0",
                                        5_300),
                                line(400, "read(%s, \"hello\", 2048) = 5".formatted(ON_B), 9),
                                line(500, "write(%s, \"hello\", 5) = 5".formatted(ON_B), 30))));
    }

    private static Trace trace(List<ClientEvent> events, Map<Integer, List<String>> lines) {
        var names = Map.of(10, "loop", 11, "collector", 20, "poller", 21, "worker");
        var ports = List.of(A, B);
        var lanes = Lane.of(lines, names, events.getFirst().micros(), ports);
        return new Trace("recorded", "a recorded server", events, ports, lanes);
    }

    private static ClientEvent event(long micros, Action action, int client) {
        return new ClientEvent(1_000_000 + micros, action, client);
    }

    private static String line(long micros, String call, long lasted) {
        var start = 1_000_000 + micros;
        return Stream.of(
                        Digits.in("%d.%06d", start / 1_000_000, start % 1_000_000),
                        call,
                        Digits.in("<%d.%06d>", lasted / 1_000_000, lasted % 1_000_000))
                .reduce((a, b) -> a + " " + b)
                .orElseThrow();
    }
}

package echolab.futures;

import echolab.contract.Expect;
import echolab.contract.GivenServer;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Does the measurement that was written see who waits while a server stands still?
/// All bounds are from below, or on the least of many: a busy machine makes people wait longer.
@DisplayName("A measurement of a standstill")
@Timeout(120)
class StandstillTest {

    private final Measurement measurement = new Measurement();

    @Test
    @Order(1)
    void sees_all_who_came_while_the_server_stood_still() throws Exception {
        var waited =
                measurement.of(number ->
                        Measurement.sleep(number == 50 ? Measurement.STALL : Duration.ZERO));
        var many = waited.stream().filter(it -> it.toMillis() >= 100).count();

        Expect.that(
                "the server stands still for 500 ms, in which a hundred users come: 80 of them wait for 100 ms or more",
                many >= 70,
                () -> "%s waited for 100 ms or more".formatted(many));
        var middle = waited.get(100);
        Expect.that(
                "who comes in the middle of that time waits for half of it",
                middle.toMillis() >= 200,
                () -> "message 100 is said to have waited for %s ms".formatted(middle.toMillis()));
    }

    @Test
    @Order(2)
    void tells_who_came_late_in_a_standstill_from_who_came_early() throws Exception {
        // on a busy machine he may indeed wait for so long: one of several attempts must be quick
        var shortest = Duration.ofDays(1);
        for (var attempt = 0; attempt < 4 && shortest.toMillis() >= 300; attempt++) {
            shortest =
                    Measurement.of(new GivenServer(StandstillTest::answerAHundredAtOnce)).get(119);
        }
        var late = shortest;

        Expect.that(
                "a server stands still from message 20 until a hundred wait, and answers them at once: the last of them has hardly waited",
                late.toMillis() < 300,
                () -> "message 119 is said to have waited for %s ms".formatted(late.toMillis()));
    }

    /// Stands still from message 20 until a hundred wait, and answers them in one write. For a client that sends one at a time it stands still for half a
    /// second.
    private static void answerAHundredAtOnce(Socket client)
            throws IOException, InterruptedException {
        var in = client.getInputStream();
        for (var i = 0; i < 20; i++) {
            client.getOutputStream().write(in.read());
        }
        var begin = System.nanoTime();
        while (in.available() < 100
                && (in.available() > 1
                        || System.nanoTime() - begin < Measurement.STALL.toNanos())) {
            Thread.sleep(1);
        }
        client.getOutputStream().write(in.readNBytes(in.available()));
        in.transferTo(client.getOutputStream());
    }
}

package echolab.futures;

import echolab.contract.Expect;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Does the measurement that was written tell of everybody, from the moment at which he came?
/// All bounds are from below, or on the least of many: a busy machine makes people wait longer.
@DisplayName("A measurement")
@Timeout(120)
class WaitingTimesTest {

    private final Measurement measurement = new Measurement();

    @Test
    @Order(1)
    void tells_of_each_message() throws Exception {
        var waited = measurement.of(_ -> {});

        Expect.that(
                "200 messages are sent, one byte each",
                measurement.received() == Measurement.MESSAGES,
                () -> "%s bytes came to the server".formatted(measurement.received()));
        Expect.that(
                "of each of them is told how long its user waited",
                waited.size() == Measurement.MESSAGES,
                () -> "%s times are told".formatted(waited.size()));
        Expect.that(
                "nobody has an answer before he asks",
                waited.stream().noneMatch(Duration::isNegative),
                () -> "the shortest time is " + Measurement.least(waited));
        var lasted = measurement.lasted();
        Expect.that(
                "between the first message and the last lie 199 times 5 ms",
                lasted.toMillis() > 600,
                () -> "the server had all within %s ms".formatted(lasted.toMillis()));
    }

    @Test
    @Order(2)
    void does_not_count_the_time_before_a_user_came() throws Exception {
        // on a busy machine somebody may indeed wait for so long: one of several attempts must be
        // quick
        var shortest = Duration.ofDays(1);
        for (var attempt = 0; attempt < 4 && shortest.toMillis() >= 300; attempt++) {
            var waited = measurement.of(_ -> {});
            shortest = Measurement.least(waited.subList(waited.size() / 2, waited.size()));
        }
        var late = shortest;

        Expect.that(
                "who comes in the second half, and is answered at once, has not waited since the beginning",
                late.toMillis() < 300,
                () -> "the shortest time of the second half is %s ms".formatted(late.toMillis()));
    }
}

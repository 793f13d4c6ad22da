package echolab.futures;

import echolab.contract.Expect;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Does the measurement that was written see that answers come late?
/// All bounds are from below, or on the least of many: a busy machine makes people wait longer.
@DisplayName("A measurement of late answers")
@Timeout(120)
class LateAnswersTest {

    private final Measurement measurement = new Measurement();

    @Test
    @Order(1)
    void sees_that_a_server_cannot_keep_up() throws Exception {
        var waited = measurement.of(_ -> Measurement.sleep(Duration.ofMillis(8)));
        var end = waited.getLast();

        Expect.that(
                "a server that needs 8 ms for each message falls behind by 3 ms with each: the last user waits for more than half a second",
                end.toMillis() >= 400,
                () -> "the last one is said to have waited for %s ms".formatted(end.toMillis()));
    }

    @Test
    @Order(2)
    void sees_that_a_server_answers_late() throws Exception {
        var waited =
                measurement.of(
                        number -> Measurement.sleep(Duration.ofMillis(number == 0 ? 300 : 0)));

        Expect.that(
                "the first user waits for 300 ms",
                waited.getFirst().toMillis() >= 300,
                () -> "he is said to have waited for " + waited.getFirst());
    }
}

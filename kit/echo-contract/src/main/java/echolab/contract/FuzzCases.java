package echolab.contract;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// What nobody thought of. Five seconds and always the same seed, so that no build fails for another's luck;
/// `-Decholab.fuzz.seconds=60` and `-Decholab.fuzz.seed=7` look further, and so does `./lab contract --fuzz 60`.
interface FuzzCases extends Cases {

    @Case(1)
    @Tag("stress")
    @DisplayName(Fuzz.NAME)
    @EnabledOnOs(
            value = OS.LINUX,
            disabledReason = "what other systems do with urgent bytes was not tried")
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    default void random_conversations() throws IOException {
        var length = Duration.ofSeconds(Integer.getInteger("echolab.fuzz.seconds", 5));
        new Fuzz(Long.getLong("echolab.fuzz.seed", 1), length).hold(servers());
    }
}

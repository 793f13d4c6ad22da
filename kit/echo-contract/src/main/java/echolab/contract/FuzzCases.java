package echolab.contract;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// What nobody thought of. As many on every machine and always of the same seeds, so that no build fails for another's luck and a slow
/// machine proves no less; `-Decholab.fuzz=10000` and `-Decholab.fuzz.seed=7` look further, and so does `./lab contract --fuzz 60`.
interface FuzzCases extends Cases {

    @Case(1)
    @Tag("stress")
    @DisplayName(Fuzz.NAME)
    @EnabledOnOs(
            value = OS.LINUX,
            disabledReason = "what other systems do with urgent bytes was not tried")
    @Timeout(value = 2, unit = TimeUnit.HOURS)
    default void random_conversations() throws IOException {
        var seed = Long.getLong("echolab.fuzz.seed", 1);
        var conversations = Integer.getInteger("echolab.fuzz", 600);
        new Fuzz(seed, number -> number < conversations, Fuzz.AT_ONCE).hold(servers());
    }
}

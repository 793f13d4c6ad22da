package echolab.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Does a recording tell what the one in the book tells, which was made on another day and on another machine?
@DisplayName("A scene that is recorded again")
@Timeout(3600)
@Tag("stress")
final class SameStoryTest {

    @ParameterizedTest
    @CsvSource({
        "step01, end",
        "step02, three-clients",
        "step03, end",
        "step04, three-clients",
        "step05, one-echo",
        "step04, mount",
        "step05, hand-in",
        "step05, end"
    })
    void tells_the_same_story(String step, String scene) throws IOException {
        assertThat(Walked.story(Walked.of(step, scene)))
                .isEqualTo(Walked.story(Walked.inTheBook(step, scene)));
    }
}

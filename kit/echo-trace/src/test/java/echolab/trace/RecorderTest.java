package echolab.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import echolab.EchoStep;
import echolab.process.ServerCommand;
import echolab.process.Strace;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A trace of a real server")
@Tag("stress")
final class RecorderTest {

    /// On a busy machine the server may come too late for a picture, which ends some time. A mistake spoils all of them.
    private static final int RECORDINGS = 10;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void shows_of_every_message_what_it_woke_and_of_every_echo_what_sent_it() throws IOException {
        var trace = record();
        for (var i = 1; i < RECORDINGS && !(messages(trace) == 11 && echoes(trace) == 5); i++) {
            trace = record();
        }

        assertThat(messages(trace))
                .as("3 connects, 5 messages and 3 closes in\n%s", TraceText.render(trace))
                .isEqualTo(11);
        assertThat(echoes(trace)).isEqualTo(5);
        assertThat(new TracePage(trace).html())
                .contains("<svg", "read", "write", "As strace wrote it");
    }

    private static long messages(Trace trace) {
        return Arrow.of(new Story(trace)).stream().filter(Arrow.Message.class::isInstance).count();
    }

    private static long echoes(Trace trace) {
        return Arrow.of(new Story(trace)).stream().filter(Arrow.Echo.class::isInstance).count();
    }

    private static Trace record() throws IOException {
        try {
            var step = EchoStep.all().getFirst();
            return Recorder.record(ServerCommand.ofStep(step, List.of("-Xmx64m")), step.title());
        } catch (Strace.UnavailableException e) {
            return abort("not applicable: " + e.getMessage());
        }
    }
}

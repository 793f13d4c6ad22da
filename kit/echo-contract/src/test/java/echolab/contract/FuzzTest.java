package echolab.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import echolab.EchoOptions;
import echolab.EchoStep;
import echolab.contract.loops.BrokenLoops;
import echolab.contract.loops.LoopStep;
import echolab.contract.loops.LoopsWrongUnderLoad;
import echolab.contract.subjects.DropsTheRest;
import echolab.contract.subjects.ThreadsStep;
import echolab.contract.subjects.UrgentSteps;
import echolab.process.ChildProgram;
import echolab.process.ServerCommand;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Which wrong servers do random conversations refuse, and by what name? The first failure ends it.
@EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere urgent bytes were not tried")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@Tag("stress")
class FuzzTest {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /// A tenth of what a contract has: they find each of these sooner, with a quarter of the CPU time.
    private static final int AT_ONCE = 20;

    /// Far more than are needed: tried three times on a quiet machine, each was found by one of the first 113.
    private static final int MANY = 10_000;

    /// What is seen of the same mistake depends on when it is made.
    static Stream<Arguments> wrong() {
        var missed = "|the server ended the connection after|nothing came for 1 s";
        return Stream.of(
                Arguments.of(
                        new LoopsWrongUnderLoad.ForgetsTheRest(), "that came back is" + missed),
                Arguments.of(
                        new LoopsWrongUnderLoad.WritesAllAgain(),
                        "that came back is|more bytes came"),
                Arguments.of(new LoopsWrongUnderLoad.SwapsTwoBytes(), "that came back is"),
                Arguments.of(
                        new LoopsWrongUnderLoad.SharesItsBuffer(), "that came back is" + missed),
                Arguments.of(
                        new LoopsWrongUnderLoad.WaitsForWritingForEver(),
                        "nothing (came|was taken) for 1 s"),
                Arguments.of(new DropsTheRest(), "the server ended the connection after"),
                Arguments.of(
                        new UrgentSteps.EchoesUrgentBytes(),
                        "that came back is 21|1 more bytes came"),
                Arguments.of(new UrgentSteps.StopsAtAnUrgentByte(), "nothing came for 1 s"),
                Arguments.of(new BrokenLoops.DiesOfAReset(), BrokenLoops.GONE));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void a_wrong_server_is_refused_with_seed_and_plan_of_a_conversation(
            EchoStep step, String seen) {
        assertThatThrownBy(() -> hold(step, MANY, Duration.ofSeconds(1)))
                .hasMessageContainingAll("conversation ", " (seed ", "its plan: ")
                .message()
                .containsPattern(seen);
    }

    @Test
    void a_loop_that_keeps_descriptors_is_seen_to_hold_them() {
        var subject = Subject.of(new BrokenLoops.LeaksDescriptors());
        try (var servers = new Servers(subject, Duration.ofSeconds(2))) {
            assertThatThrownBy(() -> new Fuzz(1, number -> number < 100, AT_ONCE).hold(servers))
                    .hasMessageContaining("after the last conversation the server has ");
        }
    }

    @Test
    void servers_that_are_right_give_every_byte_back() throws IOException {
        assertThat(hold(new LoopStep(), 100, PATIENCE))
                .contains("seed 1: 100 conversations, ", " urgent bytes, ", " resets");
        assertThat(hold(new ThreadsStep(), 100, PATIENCE)).contains(" MB back, ", " slow readers");
    }

    /// A process that may have few files open cannot tell whose fault it is when it has no more.
    @Test
    void where_few_descriptors_are_allowed_it_is_not_applicable() throws IOException {
        var words = new ArrayList<>(ChildProgram.java());
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), Few.class.getName()));
        var command = ServerCommand.printing("few", words).withDescriptorLimit(400);
        var child = ChildProgram.of(command.words()).redirectError(Redirect.INHERIT).start();

        assertThat(child.inputReader().lines())
                .containsExactly(
                        "NOT_APPLICABLE not applicable: too few descriptors a process (ulimit -n): 400");
    }

    /// The main class of that process.
    static final class Few {
        public static void main(String[] args) throws IOException {
            try (var server = new LoopStep().start(EchoOptions.defaults())) {
                Fuzz.lasting(1, Duration.ofSeconds(1))
                        .run(Subject.address(server.address()), new PrintsOutcome());
            }
        }
    }

    private static final class PrintsOutcome implements ContractRun.Watcher {
        @Override
        public void begins(String name) {}

        @Override
        public void ends(CaseResult result) {
            System.out.println(result.outcome() + " " + result.seen());
        }
    }

    @Test
    void a_plan_depends_on_its_seed_alone() {
        assertThat(new RandomConversation(7).toString())
                .isEqualTo(new RandomConversation(7).toString())
                .isNotEqualTo(new RandomConversation(8).toString());
    }

    private static String hold(EchoStep step, int most, Duration patience) throws IOException {
        try (var server = step.start(EchoOptions.defaults());
                var servers = new Servers(Subject.address(server.address()), patience)) {
            return new Fuzz(1, number -> number < most, AT_ONCE).hold(servers);
        }
    }
}

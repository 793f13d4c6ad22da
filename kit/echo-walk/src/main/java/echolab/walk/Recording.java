package echolab.walk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What a server did in a scene, step by step. It is small: a step says what has changed, and stacks are chains of frames that are
/// told once.
///
/// @param server `step02`
/// @param files the code that ran, by file: line numbers and lines
/// @param threads names, in the order in which they first ran
/// @param frames each frame that was on a stack, once
/// @param ending a sentence, when it was not the one that the scene tells of; empty else
/// @param wrong the file of the wrong answer that was built in; empty for none
public record Recording(
        String server,
        String title,
        String about,
        Map<String, Map<Integer, String>> files,
        List<String> threads,
        List<Frame> frames,
        List<Step> steps,
        String ending,
        @JsonInclude(Include.NON_EMPTY) String wrong) {

    public Recording {
        wrong = wrong == null ? "" : wrong;
    }

    /// @param caller number of the frame below; -1 for none
    /// @param file index in `files`
    /// @param method class and name
    /// @param line that it is at
    public record Frame(int caller, int file, String method, int line) {}

    /// A line that is about to run, or what a client did.
    ///
    /// @param thread index of who is at the line; -1 for a client
    /// @param frame the innermost one
    /// @param client what a client did
    /// @param calls system calls that the line made
    /// @param values that have changed
    /// @param queues that have changed: bytes that wait
    /// @param words that are said here
    /// @param question that is asked here, and its answer
    @JsonInclude(Include.NON_EMPTY)
    public record Step(
            @JsonInclude(Include.ALWAYS) int thread,
            @JsonInclude(Include.ALWAYS) int frame,
            String client,
            List<String> calls,
            Map<String, String> values,
            Map<String, String> queues,
            String words,
            List<String> question) {

        /// What is empty is not written.
        public Step {
            client = client == null ? "" : client;
            calls = calls == null ? List.of() : calls;
            values = values == null ? Map.of() : values;
            queues = queues == null ? Map.of() : queues;
            words = words == null ? "" : words;
            question = question == null ? List.of() : question;
        }
    }

    /// The story without its values: who ran which method, and what the clients did. Two recordings of a scene have the same.
    public String skeleton() {
        return IntStream.range(0, steps.size())
                .mapToObj(number -> outline(steps.get(number)))
                .collect(Collectors.joining("\n"));
    }

    private String outline(Step step) {
        return step.thread < 0
                ? step.client
                : threads.get(step.thread) + " " + frames.get(step.frame).method;
    }

    /// The same, with something more to be said at a step.
    public Recording saying(int number, String more) {
        var step = steps.get(number);
        var said = new ArrayList<>(steps);
        said.set(
                number,
                new Step(
                        step.thread,
                        step.frame,
                        step.client,
                        step.calls,
                        step.values,
                        step.queues,
                        (step.words + " " + more).strip(),
                        step.question));
        return new Recording(server, title, about, files, threads, frames, said, ending, wrong);
    }

    /// The frames of a stack, the innermost first.
    List<Frame> stack(int innermost) {
        var stack = new ArrayList<Frame>();
        for (var at = innermost; at >= 0; at = frames.get(at).caller) {
            stack.add(frames.get(at));
        }
        return stack;
    }

    /// @throws IOException when it is not there, or no recording
    public static Recording read(Path file) throws IOException {
        return new ObjectMapper().readValue(file.toFile(), Recording.class);
    }

    /// Whether the code is still what was recorded.
    ///
    /// @param root the folder that holds the module of the step
    public boolean isOfThisCode(Path root) throws IOException {
        var sources = root.resolve(Stage.of(server, List.of()).folder()).resolve("src/main/java");
        try (var all = Files.walk(sources)) {
            var now = new HashMap<String, List<String>>();
            for (var file : all.filter(Files::isRegularFile).toList()) {
                now.put(file.getFileName().toString(), Files.readAllLines(file));
            }
            var patch =
                    wrong.isEmpty()
                            ? List.<String>of()
                            : Files.readAllLines(root.resolve("exercises/wrong").resolve(wrong));
            return files.entrySet().stream()
                    .allMatch(file -> has(now.get(file.getKey()), file.getValue(), patch));
        }
    }

    /// A mistake moves the lines behind it, so there it is asked whether each is in the code, or in the mistake, and not where.
    private static boolean has(
            List<String> now, Map<Integer, String> recorded, List<String> patch) {
        return now != null
                && recorded.entrySet().stream()
                        .allMatch(line ->
                                patch.isEmpty()
                                        ? line.getKey() <= now.size()
                                                && now.get(line.getKey() - 1)
                                                        .equals(line.getValue())
                                        : now.contains(line.getValue())
                                                || patch.contains("+" + line.getValue()));
    }

    public String json() {
        try {
            return new ObjectMapper().writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a recording that is no JSON", e);
        }
    }
}

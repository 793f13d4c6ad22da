package echolab.walk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a server did in a scene, step by step. It is small: a step says what has changed, stacks are chains of frames that are
/// told once, and what is empty is not written.
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

    private static final ObjectMapper JSON =
            new ObjectMapper().setDefaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));

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
            int thread,
            int frame,
            String client,
            List<String> calls,
            Map<String, String> values,
            Map<String, String> queues,
            String words,
            List<String> question) {

        Step saying(String more) {
            return with(values, queues, (words + " " + more).strip());
        }

        Step with(Map<String, String> values, Map<String, String> queues, String words) {
            return new Step(thread, frame, client, calls, values, queues, words, question);
        }
    }

    /// What the server does at a step, but for its values: who runs which method, or that it sleeps, and what a client does. It is the same in all
    /// recordings of a scene.
    public String deed(int number) {
        var step = steps.get(number);
        return step.thread < 0
                ? "comes to rest, and " + step.client
                : "runs %s on %s"
                        .formatted(frames.get(step.frame).method, threads.get(step.thread));
    }

    /// The same, with something more to be said at a step.
    public Recording saying(int number, String more) {
        var said = new ArrayList<>(steps);
        said.set(number, steps.get(number).saying(more));
        return new Recording(server, title, about, files, threads, frames, said, ending, wrong);
    }

    /// @throws IOException when it is not there, or no recording
    public static Recording read(Path file) throws IOException {
        return JSON.readValue(file.toFile(), Recording.class);
    }

    public String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a recording that is no JSON", e);
        }
    }

    /// Whether the code is still what was recorded.
    ///
    /// @param root the folder that holds the module of the step
    public boolean isOfThisCode(Path root) throws IOException {
        var mistake =
                wrong.isEmpty()
                        ? List.<String>of()
                        : Files.readAllLines(root.resolve("exercises/wrong").resolve(wrong));
        var now = new HashMap<String, List<String>>();
        try (var all = Files.walk(new Stage(server, List.of()).sources(root))) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                now.put(file.getFileName().toString(), Files.readAllLines(file));
            }
        }
        return files.entrySet().stream()
                .allMatch(file -> {
                    var lines = now.getOrDefault(file.getKey(), List.of());
                    return file.getValue().entrySet().stream()
                            .allMatch(line -> has(lines, line.getKey(), line.getValue(), mistake));
                });
    }

    /// A mistake moves the lines behind it, so there it is asked whether each is in the code, or in the mistake, and not where.
    private static boolean has(List<String> now, int number, String line, List<String> mistake) {
        return mistake.isEmpty()
                ? number <= now.size() && now.get(number - 1).equals(line)
                : now.contains(line) || mistake.contains("+" + line);
    }
}

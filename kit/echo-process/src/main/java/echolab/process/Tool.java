package echolab.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A program that runs for a while and says something: a compiler, or one that is asked for its version.
///
/// @param words the program and its arguments
/// @param environment variables that it gets besides ours
public record Tool(List<String> words, Map<String, String> environment) {

    /// What it said, standard error included, and its exit code, which is 0 when it was content.
    public record Said(int code, String text) {

        public boolean succeeded() {
            return code == 0;
        }
    }

    public static Tool of(String... words) {
        return new Tool(List.of(words), Map.of());
    }

    /// Runs it. A program that does not start has not succeeded, and says why.
    public Said run() {
        return run(Path.of(""), "");
    }

    /// Runs it in a folder, on a text as its standard input.
    public Said run(Path folder, String input) {
        try {
            var builder = ChildProgram.of(words).redirectErrorStream(true);
            builder.directory(folder.toAbsolutePath().toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
                in.write(input);
            }
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), text.strip());
        } catch (IOException e) {
            return new Said(-1, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Said(-1, "interrupted while " + words.getFirst() + " ran");
        }
    }

    @Override
    public String toString() {
        return String.join(" ", words);
    }
}

package echolab.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import echolab.process.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What does somebody have who has cloned this? The files that git knows, or would with the next commit, in a repository of their own whose
/// folder has a space and an accent in its name; and the real programs around it.
final class RealClone {

    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
    private static final Duration LIMIT = Duration.ofMinutes(30);

    final Path root;

    private final Path output;

    RealClone(Path parent) throws IOException {
        root = Files.createDirectories(parent.resolve("echo läb"));
        output = parent.resolve("output");
        for (var name : filesOfProject()) {
            var target = root.resolve(name);
            Files.createDirectories(target.getParent());
            Files.copy(PROJECT.resolve(name), target);
        }
        Clone.assumeRuns(root.resolve("lab"));
        git("init", "--quiet");
        git("add", "--all");
        git("-c", "user.name=A", "-c", "user.email=a@localhost", "commit", "-qm", "all");
    }

    private List<String> filesOfProject() throws IOException {
        assumeTrue(Programs.onPath("git"), "no git; install the package git");
        var ended =
                run(PROJECT, "git", "ls-files", "-z", "--cached", "--others", "--exclude-standard");
        assumeTrue(ended.code() == 0, "needs git, and the project in it: " + ended.text());
        return List.of(ended.text().split("\0")).stream()
                .filter(name -> Files.exists(PROJECT.resolve(name)))
                .toList();
    }

    String git(String... arguments) throws IOException {
        return succeeds("git", arguments);
    }

    /// The launcher as a person types it, which builds what is stale. As in a bare container, no locale tells that names may have accents.
    String lab(String... arguments) throws IOException {
        var words =
                new ArrayList<>(List.of("-u", "LANG", "-u", "LC_ALL", "-u", "LC_CTYPE", "./lab"));
        words.addAll(List.of(arguments));
        return succeeds("env", words.toArray(String[]::new));
    }

    /// Maven as an IDE would run it, in a folder of the clone.
    String maven(String... arguments) throws IOException {
        return succeeds("./mvnw", arguments);
    }

    private String succeeds(String program, String... arguments) throws IOException {
        var words = new ArrayList<>(List.of(program));
        words.addAll(List.of(arguments));
        var ended = run(root, words.toArray(String[]::new));
        assertThat(ended.code()).as("%s said: %s", words, ended.text()).isZero();
        return ended.text();
    }

    private Ended run(Path folder, String... words) throws IOException {
        var builder =
                new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
        // the Maven that runs this test tells its children where its project is
        builder.environment().keySet().removeIf(name -> name.startsWith("MAVEN_"));
        builder.environment().keySet().removeIf(name -> name.startsWith("ECHOLAB_"));
        // and a hook to git, where its repository is
        builder.environment().keySet().removeIf(name -> name.matches("GIT_(?!CONFIG).*"));
        var process = builder.redirectOutput(output.toFile()).start();
        try {
            var ended = process.waitFor(LIMIT);
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            var text = Files.readString(output, StandardCharsets.UTF_8);
            assertThat(ended)
                    .as("%s ends within %s; it said: %s", List.of(words), LIMIT, text)
                    .isTrue();
            return new Ended(process.exitValue(), text);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while a program ran", e);
        }
    }

    private record Ended(int code, String text) {}
}

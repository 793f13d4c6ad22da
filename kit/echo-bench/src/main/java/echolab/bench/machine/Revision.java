package echolab.bench.machine;

import echolab.process.ChildProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The code that was measured.
///
/// @param commit the full hash
/// @param dirty whether files differed from that commit, other than results that were saved before this one
public record Revision(String commit, boolean dirty) {

    private static final List<String> CHANGES =
            List.of("status", "--porcelain", "--", ":(top)", ":(top,exclude)docs/results");

    /// Of the repository that the launcher belongs to (`echolab.root`), else of the folder that this program runs in; empty
    /// when that is no git repository, or git is not installed.
    public static Optional<Revision> here() {
        var root = Path.of(System.getProperty("echolab.root", "."));
        return git(root, List.of("rev-parse", "HEAD"))
                .map(commit -> new Revision(commit, !git(root, CHANGES).orElse("").isEmpty()));
    }

    /// The commit as people write it.
    public String shortened() {
        return commit.substring(0, Math.min(9, commit.length()));
    }

    /// What git says of a clone, asked in any of its folders; empty when it does not like the question, or is not installed.
    public static Optional<String> git(Path folder, List<String> question) {
        var words = new ArrayList<>(question);
        words.addFirst("git");
        try {
            var git =
                    ChildProgram.of(words)
                            .directory(folder.toFile())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            var said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return git.waitFor() == 0 ? Optional.of(said.strip()) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}

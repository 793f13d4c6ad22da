package echolab.bench.machine;

import echolab.process.ChildProgram;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The code that was measured.
///
/// @param commit the full hash
/// @param dirty whether files differed from that commit, other than results that were saved before this one
public record Revision(String commit, boolean dirty) {

    private static final String[] CHANGES = {
        "status", "--porcelain", "--", ":(top)", ":(top,exclude)docs/results"
    };

    /// Of the repository that the launcher belongs to (`echolab.root`), else of the folder that this program runs in; empty
    /// when that is no git repository, or git is not installed.
    public static Optional<Revision> here() {
        return git("rev-parse", "HEAD")
                .map(commit -> new Revision(commit, !git(CHANGES).orElse("").isEmpty()));
    }

    /// The commit as people write it.
    public String shortened() {
        return commit.substring(0, Math.min(9, commit.length()));
    }

    private static Optional<String> git(String... args) {
        try {
            var words = new String[args.length + 1];
            words[0] = "git";
            System.arraycopy(args, 0, words, 1, args.length);
            var git =
                    ChildProgram.of(words)
                            .directory(new File(System.getProperty("echolab.root", ".")))
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

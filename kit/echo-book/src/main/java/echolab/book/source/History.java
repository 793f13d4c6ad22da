package echolab.book.source;

import echolab.bench.machine.Revision;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Whether code has changed since it was measured. Asks git.
public final class History {

    /// What git knows of a file's life since a commit.
    public enum Since {
        /// The code is what it was.
        UNCHANGED,
        /// It was changed, or is being changed: what was measured is another program.
        CHANGED,
        /// This clone does not have that commit, or there is no git.
        UNKNOWN
    }

    /// Lines of a program, which comments are not: a new tag around a method changes nothing that was measured. In regular
    /// expressions of git: something other than white space or the beginning of a `//`.
    private static final String CODE = "-G^[[:space:]]*([^/[:space:]]|/[^/])";

    private final Path root;
    private final Map<List<String>, Since> asked = new ConcurrentHashMap<>();

    public History(Path root) {
        this.root = root;
    }

    /// @param commit that was measured
    /// @param paths from the root of the clone, what the measured program is made of
    public Since since(String commit, List<String> paths) {
        var question = new ArrayList<>(paths);
        question.addFirst(commit);
        return asked.computeIfAbsent(List.copyOf(question), _ -> ask(commit, paths));
    }

    /// The commit that last changed a server's code; empty without git. It says more than the one that is checked out: a new
    /// sentence in a chapter is a commit too.
    public Optional<String> commit() {
        return Revision.git(
                        root,
                        List.of(
                                "log",
                                "-1",
                                "--format=%H",
                                CODE,
                                "--",
                                "step*/src/main/*",
                                "kit/echo-api/src/main"))
                .filter(said -> !said.isEmpty());
    }

    /// Whether this clone was made without its history (`git clone --depth`). Then nothing can be said of the age of anything, and the page about
    /// the figures says that once, instead of each figure.
    public boolean isShallow() {
        return Revision.git(root, List.of("rev-parse", "--is-shallow-repository"))
                .filter("true"::equals)
                .isPresent();
    }

    private Since ask(String commit, List<String> paths) {
        var words = new ArrayList<>(List.of("diff", "--name-only", CODE, commit, "--"));
        words.addAll(paths);
        return Revision.git(root, words)
                .map(said -> said.isEmpty() ? Since.UNCHANGED : Since.CHANGED)
                .orElseGet(() -> isShallow() ? Since.UNCHANGED : Since.UNKNOWN);
    }
}

package echolab.book.figure;

import echolab.book.source.History;
import echolab.book.source.History.Since;
import echolab.book.source.Sources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Was a figure measured on the code that the reader has before them? A figure of an older program is still true of that
/// program, so it stays on the page, and the page says what it is.
public final class Age {

    /// The floor is one file; of a peer the whole module is asked for.
    private static final Map<String, List<String>> PEERS =
            Map.of("c-epoll", List.of("kit/echo-peers/src/main/peers/epoll-minimal.c"));

    private final History history;
    private final Sources sources;

    public Age(Path root) {
        this.history = new History(root);
        this.sources = new Sources(root);
    }

    /// @param target a step, or a server that is not ours
    public Since of(Result result, String target) {
        return result.dirty() ? Since.UNKNOWN : since(result.commit(), target);
    }

    /// @return what has happened to the code of that server since the commit
    public Since since(String commit, String target) {
        return commit.isEmpty() ? Since.UNKNOWN : history.since(commit, codeOf(target));
    }

    /// A sentence for the reader; empty when nothing has changed.
    public static String sentence(Since since) {
        return switch (since) {
            case UNCHANGED -> "";
            case CHANGED -> "measured before the last change of this server's code";
            case UNKNOWN -> "measured on code that this clone does not have as a commit";
        };
    }

    private List<String> codeOf(String target) {
        // The second copy of the floor is called `c-epoll again`.
        var name = target.replaceFirst(" .*", "");
        if (!name.matches("step\\d\\d")) {
            return PEERS.getOrDefault(name, List.of("kit/echo-peers/src/main"));
        }
        var paths = new ArrayList<>(List.of("kit/echo-api/src/main"));
        paths.add(sources.pathOf(sources.folderOf(name)) + "/src/main");
        return paths;
    }
}

package echolab.book.figure;

import echolab.book.source.History;
import echolab.book.source.History.Since;
import echolab.book.source.Sources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Whether a figure was measured on the code that the reader has before them. A figure of an older program is still true of that
/// program, so it stays on the page, and the page says what it is.
public final class Age {

    /// The floor is one file. Of the other peers all sources are asked for, and what compiles and starts them.
    private static final String PEERS = "kit/echo-peers/src/main/";

    private static final List<String> FLOOR = List.of(PEERS + "peers/epoll-minimal.c");
    private static final List<String> OTHERS =
            List.of(
                    PEERS + "peers",
                    PEERS + "kotlin",
                    PEERS + "java/echolab/peers/*/*.java",
                    PEERS + "java/echolab/peers/*Peer*.java");

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
            return name.equals("c-epoll") ? FLOOR : OTHERS;
        }
        // no server runs the examples
        var paths = new ArrayList<>(List.of("kit/echo-api/src/main", ":(exclude)*/examples/*"));
        paths.add(sources.pathOf(sources.folderOf(name)) + "/src/main");
        return paths;
    }
}

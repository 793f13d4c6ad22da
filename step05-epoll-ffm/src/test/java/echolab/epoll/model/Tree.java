package echolab.epoll.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a random task does: a program without loops, as a tree.
///
/// @param id tells it from the others; the id of a task is that of its body
/// @param number milliseconds, or the id of a task or scope that is meant
record Tree(Kind kind, int id, int number, List<Tree> parts) {

    /// The kinds that may stand alone come first.
    enum Kind {
        YIELD,
        SLEEP,
        FAIL,
        BREAK,
        OPEN,
        OPEN_STUCK,
        AWAIT,
        CANCEL,
        CANCEL_SCOPE,
        /// A wait of the JDK's own, which only a cancel ends.
        WAIT,
        SEQUENCE,
        TIMEOUT,
        SHIELD,
        SCOPE,
        SPAWN,
        SPAWN_FREE,
        GATHER,
        RACE,
        FINALLY,
        SWALLOW,
        CATCH;

        /// Whether a cancel may be meant for it.
        boolean isCancelled() {
            return this == TIMEOUT || this == SCOPE;
        }

        /// Whether nothing but a cancel of its own task makes it throw one.
        boolean isWait() {
            return this == YIELD || this == SLEEP || this == WAIT;
        }

        boolean startsTasks() {
            return this == SPAWN || this == SPAWN_FREE || this == GATHER || this == RACE;
        }

        boolean hasNumber() {
            return switch (this) {
                case SLEEP, AWAIT, CANCEL, CANCEL_SCOPE, TIMEOUT, SPAWN -> true;
                default -> false;
            };
        }
    }

    static Tree leaf(Kind kind, int id, int number) {
        return new Tree(kind, id, number, List.of());
    }

    Stream<Tree> all() {
        return Stream.concat(Stream.of(this), parts.stream().flatMap(Tree::all));
    }

    int size() {
        return 1 + parts.stream().mapToInt(Tree::size).sum();
    }

    /// The bodies of all tasks of it, itself first.
    List<Tree> bodies() {
        return Stream.concat(
                        Stream.of(this),
                        all().filter(tree -> tree.kind.startsTasks())
                                .flatMap(tree -> tree.parts.stream()))
                .toList();
    }

    /// What of it runs in the same task.
    List<Tree> ownParts() {
        var inner =
                kind.startsTasks()
                        ? Stream.<Tree>empty()
                        : parts.stream().flatMap(part -> part.ownParts().stream());
        return Stream.concat(Stream.of(this), inner).toList();
    }

    /// What is a little smaller: less of it first.
    Stream<Tree> smaller() {
        var without =
                parts.size() < 2
                        ? Stream.<Tree>empty()
                        : IntStream.range(0, parts.size()).mapToObj(this::without);
        var inside =
                IntStream.range(0, parts.size())
                        .boxed()
                        .flatMap(i -> parts.get(i).smaller().map(part -> with(i, part)));
        var nothing = parts.isEmpty() ? Stream.<Tree>empty() : Stream.of(leaf(Kind.YIELD, id, 0));
        return Stream.of(nothing, parts.stream(), without, inside).flatMap(trees -> trees);
    }

    /// One that needs two parts becomes one that needs one.
    private Tree without(int place) {
        var fewer = new ArrayList<>(parts);
        fewer.remove(place);
        return new Tree(kind == Kind.FINALLY ? Kind.SEQUENCE : kind, id, number, fewer);
    }

    private Tree with(int place, Tree part) {
        var others = new ArrayList<>(parts);
        others.set(place, part);
        return new Tree(kind, id, number, others);
    }

    /// Whether this line of a log says that it threw a cancel.
    boolean wasCancelledBy(String line) {
        return line.matches("\\d+ ms: " + id + " [A-Z_]+ throws (cancelled|interrupted).*");
    }

    /// A line for each part, indented.
    @Override
    public String toString() {
        return text("");
    }

    private String text(String indent) {
        var text = new StringBuilder(indent).append(id).append(' ').append(kind);
        if (kind.hasNumber()) {
            text.append(' ').append(number);
        }
        text.append('\n');
        parts.forEach(part -> text.append(part.text(indent + "  ")));
        return text.toString();
    }
}

package echolab.epoll.model;

import static java.util.Map.entry;

import echolab.epoll.model.Tree.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/// How does a random tree come to be? From the top, with ids in the order in which they stand.
///
/// Times are few and round, so that much happens in the same instant. Every tree ends: a task awaits only such tasks as stand before it and do not
/// contain it, so that there is no circle, and what only a cancel ends has a time limit around it.
final class TreeGrowth {

    /// What does nothing but takes time or place comes most often; a tree whose every task fails at once shows little.
    private static final Map<Kind, Integer> LEAVES =
            new EnumMap<>(
                    Map.of(
                            Kind.SLEEP, 12,
                            Kind.YIELD, 6,
                            Kind.AWAIT, 4,
                            Kind.CANCEL, 4,
                            Kind.OPEN, 2,
                            Kind.FAIL, 2,
                            Kind.BREAK, 1,
                            Kind.OPEN_STUCK, 1,
                            Kind.CANCEL_SCOPE, 1,
                            Kind.WAIT, 1));

    private static final Map<Kind, Integer> BRANCHES =
            new EnumMap<>(
                    Map.ofEntries(
                            entry(Kind.SEQUENCE, 4),
                            entry(Kind.FINALLY, 4),
                            entry(Kind.SCOPE, 3),
                            entry(Kind.SPAWN, 3),
                            entry(Kind.TIMEOUT, 2),
                            entry(Kind.SHIELD, 1),
                            entry(Kind.SPAWN_FREE, 1),
                            entry(Kind.GATHER, 1),
                            entry(Kind.RACE, 1),
                            entry(Kind.SWALLOW, 1),
                            entry(Kind.CATCH, 1)));

    private final Random random;
    private final List<Integer> tasks = new ArrayList<>();
    private final Deque<Integer> around = new ArrayDeque<>();
    private final Deque<Integer> scopes = new ArrayDeque<>();

    private int ids;
    private int left;
    private int free;

    TreeGrowth(Random random) {
        this.random = random;
        left = 8 + random.nextInt(40);
    }

    Tree grow() {
        around.push(0);
        return grow(Kind.SEQUENCE);
    }

    private Tree any() {
        left--;
        return grow(left > 0 && random.nextInt(3) > 0 ? one(BRANCHES) : one(LEAVES));
    }

    private Kind one(Map<Kind, Integer> kinds) {
        var place = random.nextInt(kinds.values().stream().mapToInt(Integer::intValue).sum());
        for (var kind : kinds.entrySet()) {
            place -= kind.getValue();
            if (place < 0) {
                return kind.getKey();
            }
        }
        throw new AssertionError(kinds);
    }

    private Tree grow(Kind kind) {
        var id = ids++;
        return switch (kind) {
            case SLEEP -> Tree.leaf(kind, id, millis());
            case AWAIT -> awaiting(id);
            case CANCEL -> tasks.isEmpty() ? yielding(id) : Tree.leaf(kind, id, oneOf(tasks));
            case CANCEL_SCOPE ->
                    scopes.isEmpty() ? yielding(id) : Tree.leaf(kind, id, scopes.peek());
            case WAIT -> branch(Kind.TIMEOUT, id, millis(), List.of(Tree.leaf(kind, ids++, 0)));
            case TIMEOUT -> branch(kind, id, millis(), List.of(any()));
            case SEQUENCE -> branch(kind, id, 0, several());
            case SCOPE -> scope(id);
            case SPAWN ->
                    scopes.isEmpty()
                            ? yielding(id)
                            : branch(kind, id, aroundOrOutside(), List.of(task()));
            case SPAWN_FREE -> free++ < 3 ? branch(kind, id, 0, List.of(task())) : yielding(id);
            case GATHER, RACE -> branch(kind, id, 0, several(this::task));
            case SHIELD, SWALLOW, CATCH -> branch(kind, id, 0, List.of(any()));
            case FINALLY -> branch(kind, id, 0, List.of(any(), any()));
            case YIELD, FAIL, BREAK, OPEN, OPEN_STUCK -> Tree.leaf(kind, id, 0);
        };
    }

    private static Tree branch(Kind kind, int id, int number, List<Tree> parts) {
        return new Tree(kind, id, number, parts);
    }

    private static Tree yielding(int id) {
        return Tree.leaf(Kind.YIELD, id, 0);
    }

    private int millis() {
        return random.nextInt(30) == 0 ? 1500 : 10 * random.nextInt(5);
    }

    private int oneOf(List<Integer> ids) {
        return ids.get(random.nextInt(ids.size()));
    }

    private Tree awaiting(int id) {
        var others = tasks.stream().filter(task -> !around.contains(task)).toList();
        return others.isEmpty() ? yielding(id) : Tree.leaf(Kind.AWAIT, id, oneOf(others));
    }

    private int aroundOrOutside() {
        return random.nextInt(3) > 0 ? scopes.peek() : oneOf(List.copyOf(scopes));
    }

    private List<Tree> several() {
        return several(this::any);
    }

    private List<Tree> several(Supplier<Tree> one) {
        var parts = new ArrayList<Tree>();
        for (var count = 1 + random.nextInt(4); count > 0; count--) {
            parts.add(one.get());
        }
        return parts;
    }

    private Tree scope(int id) {
        scopes.push(id);
        try {
            return branch(
                    Kind.SCOPE,
                    id,
                    0,
                    List.of(branch(Kind.SEQUENCE, ids++, 0, several(this::childOrAny))));
        } finally {
            scopes.pop();
        }
    }

    private Tree childOrAny() {
        return random.nextBoolean() && left > 0 ? grow(Kind.SPAWN) : any();
    }

    private Tree task() {
        var id = ids;
        tasks.add(id);
        around.push(id);
        try {
            return any();
        } finally {
            around.pop();
        }
    }
}

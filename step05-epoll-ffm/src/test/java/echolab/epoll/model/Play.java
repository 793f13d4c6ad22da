package echolab.epoll.model;

import echolab.epoll.model.Story.Blow;
import echolab.epoll.model.Tasks.End;
import echolab.epoll.model.Tasks.Handle;
import echolab.epoll.model.Tasks.Nursery;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// A story, played on the one kind of tasks or the other, and what was seen of it: what began and ended, how, and at what time.
final class Play {

    /// What a story throws.
    private static final class Failure extends Exception {
        private static final long serialVersionUID = 1;

        Failure(int id) {
            super("failure " + id);
        }
    }

    /// The same, as an error.
    private static final class Breakdown extends Error {
        private static final long serialVersionUID = 1;

        Breakdown(int id) {
            super("breakdown " + id);
        }
    }

    /// A result that somebody has to close, which takes a while.
    private final class Opened implements AutoCloseable {
        private final int id;
        private final boolean stuck;

        Opened(int id, boolean stuck) {
            this.id = id;
            this.stuck = stuck;
        }

        @Override
        public void close() throws Failure {
            tasks.sleep(10);
            log.add("%d ms: %d is closed".formatted(tasks.millis(), id));
            if (stuck) {
                throw made(new Failure(id));
            }
        }

        @Override
        public String toString() {
            return "what " + id + " opened";
        }
    }

    private final List<String> log = new ArrayList<>();

    /// By the id of its body. Another thread may look for a victim.
    final Map<Integer, Handle> handles = new ConcurrentHashMap<>();

    private final Tasks tasks;
    private final Map<Integer, Nursery> scopes = new HashMap<>();

    /// What was thrown for the first time, other than cancels.
    private final List<Throwable> made = new ArrayList<>();

    /// What the story itself has caught, or exchanged for another exception.
    private final List<Throwable> caught = new ArrayList<>();

    Play(Tasks tasks) {
        this.tasks = tasks;
    }

    /// @return the log
    List<String> play(Story story) {
        var end =
                tasks.run(() -> {
                    handles.put(story.main().id(), tasks.current());
                    story.blows().forEach(this::prepare);
                    return run(story.main());
                });
        log.add("main threw " + text(end.thrown()));
        end.reported().forEach(e -> log.add("reported " + text(e)));
        log.add("timers left " + end.timers());
        addLost(end);
        return log;
    }

    private void prepare(Blow blow) {
        tasks.after(blow.millis(), () -> strike(blow, blow.turns()));
    }

    private void strike(Blow blow, int turns) {
        if (turns > 0) {
            tasks.nextTurn(() -> strike(blow, turns - 1));
        } else if (handles.containsKey(blow.task())) {
            log.add("%d ms: blow for %d".formatted(tasks.millis(), blow.task()));
            handles.get(blow.task()).cancel();
        }
    }

    private Object run(Tree tree) throws Exception {
        tell(tree, "begins");
        try {
            var result = act(tree);
            tell(tree, "gives " + result);
            return result;
        } catch (Throwable e) {
            tell(tree, "throws " + text(e));
            throw e;
        }
    }

    private void tell(Tree tree, String what) {
        log.add(tasks.millis() + " ms: " + tree.id() + " " + tree.kind() + " " + what);
    }

    private Object act(Tree tree) throws Exception {
        switch (tree.kind()) {
            case YIELD -> tasks.yield();
            case SLEEP -> tasks.sleep(tree.number());
            case WAIT -> tasks.waitForever();
            case FAIL -> throw made(new Failure(tree.id()));
            case BREAK -> throw made(new Breakdown(tree.id()));
            case AWAIT -> await(tree.number());
            case CANCEL -> cancel(tree.number());
            case CANCEL_SCOPE -> cancelScope(tree.number());
            case SPAWN -> spawn(scopes.get(tree.number()), part(tree));
            case SPAWN_FREE -> handles.put(part(tree).id(), tasks.spawn("free", body(part(tree))));
            case GATHER -> tell(tree, "has " + tasks.gather(bodies(tree)));
            default -> {
                return actWithResult(tree);
            }
        }
        return null;
    }

    private Object actWithResult(Tree tree) throws Exception {
        return switch (tree.kind()) {
            case OPEN -> new Opened(tree.id(), false);
            case OPEN_STUCK -> new Opened(tree.id(), true);
            case SEQUENCE -> all(tree.parts());
            case TIMEOUT -> timeout(tree.number(), part(tree));
            case SHIELD -> tasks.shield(body(part(tree)));
            case SCOPE -> tasks.scope(scope -> inScope(tree, scope));
            case RACE -> tasks.race(bodies(tree));
            case FINALLY -> withCleanUp(part(tree), tree.parts().get(1));
            case SWALLOW, CATCH -> withCatch(tree);
            default -> throw new AssertionError(tree.kind());
        };
    }

    private static Tree part(Tree tree) {
        return tree.parts().getFirst();
    }

    private Callable<Object> body(Tree tree) {
        return () -> run(tree);
    }

    /// Tasks of which nobody has a handle before they begin.
    private List<Callable<Object>> bodies(Tree tree) {
        return tree.parts().stream()
                .<Callable<Object>>map(part ->
                        () -> {
                            handles.put(part.id(), tasks.current());
                            return run(part);
                        })
                .toList();
    }

    private Object all(List<Tree> parts) throws Exception {
        Object last = null;
        for (var part : parts) {
            last = run(part);
        }
        return last;
    }

    private void await(int task) throws Exception {
        if (handles.containsKey(task)) {
            log.add(task + " gave " + handles.get(task).await());
        }
    }

    private void cancel(int task) {
        if (handles.containsKey(task)) {
            handles.get(task).cancel();
        }
    }

    private void cancelScope(int id) {
        if (scopes.containsKey(id)) {
            scopes.get(id).cancel();
        }
    }

    private Object inScope(Tree tree, Nursery scope) throws Exception {
        scopes.put(tree.id(), scope);
        return run(part(tree));
    }

    private void spawn(Nursery scope, Tree body) {
        if (scope != null) {
            handles.put(body.id(), scope.spawn("child", body(body)));
        }
    }

    private Object timeout(int millis, Tree body) throws Exception {
        try {
            return tasks.timeout(millis, body(body));
        } catch (TimeoutException e) {
            if (!made.contains(e)) {
                made.add(e);
            }
            throw e;
        }
    }

    private Object withCleanUp(Tree body, Tree cleanUp) throws Exception {
        Object result;
        try {
            result = run(body);
        } catch (Throwable e) {
            try {
                run(cleanUp);
            } catch (Throwable other) {
                caught.add(e); // the language lets it go
                throw other;
            }
            throw e;
        }
        run(cleanUp);
        return result;
    }

    private Object withCatch(Tree tree) throws Exception {
        try {
            return run(part(tree));
        } catch (CancellationException | InterruptedException e) {
            caught.add(e);
        } catch (Throwable e) {
            if (tree.kind() == Tree.Kind.SWALLOW) {
                throw e;
            }
            caught.add(e);
        }
        return null;
    }

    private <E extends Throwable> E made(E e) {
        made.add(e);
        return e;
    }

    /// No error vanishes: each is thrown out of main, reported, caught by the story, or stands behind one that is.
    private void addLost(End end) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Queue<Throwable> open = new ArrayDeque<>(caught);
        open.addAll(end.reported());
        if (end.thrown() != null) {
            open.add(end.thrown());
        }
        while (!open.isEmpty()) {
            var e = open.remove();
            if (seen.add(e)) {
                behind(e).forEach(open::add);
            }
        }
        made.stream().filter(e -> !seen.contains(e)).forEach(e -> log.add("LOST: " + text(e)));
    }

    private static Stream<Throwable> behind(Throwable e) {
        return Stream.concat(Stream.of(e.getSuppressed()), Stream.ofNullable(e.getCause()));
    }

    /// With all that stands behind it, but without what differs between a task and its model: names, places.
    private static String text(Throwable e) {
        return e == null ? "nothing" : text(e, List.of());
    }

    private static String text(Throwable e, List<Throwable> before) {
        var name =
                switch (e) {
                    case Failure _, Breakdown _ -> e.getMessage();
                    case TimeoutException _ -> e.getMessage().replaceFirst(",.*", "");
                    case CancellationException _ -> "cancelled";
                    case InterruptedException _ -> "interrupted";
                    case IllegalStateException _ -> "refused";
                    default -> String.valueOf(e);
                };
        if (before.contains(e)) {
            return name + "^";
        }
        var path = Stream.concat(before.stream(), Stream.of(e)).toList();
        var behind = behind(e).map(other -> text(other, path)).toList();
        return behind.isEmpty() ? name : name + behind;
    }
}

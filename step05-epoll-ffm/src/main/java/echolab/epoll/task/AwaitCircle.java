package echolab.epoll.task;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Would a task that begins to await another wait for ever? It would if the other can only end after the task itself: it is the same one, or
/// owns a scope that the task is in, or waits, over however many others, for the task.
final class AwaitCircle {

    private AwaitCircle() {}

    /// @throws IllegalStateException when it would
    static void refuse(Task<?> waiting, Task<?> awaited) {
        if (waiting == awaited) {
            throw new IllegalStateException(waiting + " awaits itself, and would wait for ever");
        }
        if (isInScopeOf(waiting, awaited) || isWaitedFor(waiting) && waitsFor(awaited, waiting)) {
            throw new IllegalStateException(
                    "%s awaits %s, which itself waits for it: both would wait for ever"
                            .formatted(waiting, awaited));
        }
    }

    private static boolean isInScopeOf(Task<?> task, Task<?> owner) {
        var parent = task.parent;
        while (parent instanceof Scope scope) {
            if (scope.owner == owner) {
                return true;
            }
            parent = scope.owner.parent;
        }
        return false;
    }

    /// Most tasks are not, and a circle cannot close in them: then there is nothing to walk.
    private static boolean isWaitedFor(Task<?> task) {
        return task.parent instanceof Scope || task.hasWaiting();
    }

    private static boolean waitsFor(Task<?> from, Task<?> wanted) {
        var seen = new HashSet<Task<?>>();
        var open = new ArrayDeque<Task<?>>(List.of(from));
        while (!open.isEmpty()) {
            var task = open.pop();
            if (task == wanted) {
                return true;
            }
            // another loop's tasks move while we look
            if (task.root == wanted.root && seen.add(task)) {
                switch (LockSupport.getBlocker(task.thread)) {
                    case Task<?> next -> open.push(next);
                    case Scope scope -> open.addAll(scope.children);
                    case null, default -> {}
                }
            }
        }
        return false;
    }
}

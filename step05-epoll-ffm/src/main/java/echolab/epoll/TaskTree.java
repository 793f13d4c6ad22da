package echolab.epoll;

import echolab.epoll.TaskDump.Entry;
import echolab.epoll.TaskDump.Stacks;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How does a set of tasks become a tree? A task knows the *number* of the one that it belongs to. A reference would be
/// simpler to follow, but would keep tasks that have ended: an accept loop whose every round is a new task, spawned by the
/// last, would hold them all.
///
/// Numbers are given in the order of birth. So the youngest are placed first, and whoever comes later finds its children
/// complete: no recursion, however deep the tree is.
final class TaskTree {

    private static final long NOBODY = 0;

    private final Map<Long, Deque<Entry>> children = new HashMap<>();
    private final Map<TaskDump.Kind, Integer> seen = new HashMap<>();
    private final Stacks stacks;

    TaskTree(Stacks stacks) {
        this.stacks = stacks;
    }

    List<Entry> of(EventLoop loop) {
        var tasks = new HashMap<Long, Task<?>>();
        loop.tasks.forEach(task -> tasks.put(task.thread.threadId(), task));
        tasks.keySet().stream()
                .sorted(Comparator.reverseOrder())
                .map(tasks::get)
                .forEach(task -> {
                    var owner = tasks.containsKey(task.owner) ? task.owner : NOBODY;
                    children.computeIfAbsent(owner, _ -> new ArrayDeque<>()).addFirst(entry(task));
                });
        return childrenOf(NOBODY);
    }

    private Entry entry(Task<?> task) {
        var thread = task.thread;
        var bare =
                new Entry(
                        thread.threadId(),
                        task.name(),
                        Optional.ofNullable(task.site),
                        Duration.ofNanos(task.loop.clock.nanoTime() - task.started),
                        Awaited.by(task),
                        List.of(),
                        childrenOf(thread.threadId()));
        return isStackWanted(task, bare) ? bare.with(thread.getStackTrace()) : bare;
    }

    private boolean isStackWanted(Task<?> task, Entry entry) {
        if (holdsLoop(task) && !task.loop.isOnLoop()) {
            return true; // it is why we look from outside
        }
        return switch (stacks) {
            case NONE -> false;
            case SAMPLES -> seen.merge(entry.kind(), 1, Integer::sum) < TaskDumpText.MANY;
            case ALL -> true;
        };
    }

    private List<Entry> childrenOf(long id) {
        var found = children.remove(id);
        return found == null ? List.of() : List.copyOf(found);
    }

    /// Whether this task is the one that the loop runs now.
    static boolean holdsLoop(Task<?> task) {
        return TaskThreads.carrierOf(task.thread) == task.loop.thread;
    }
}

package echolab.epoll.dump;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import echolab.epoll.dump.TaskDump.Entry;
import echolab.epoll.task.Awaited;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How do ten thousand tasks fit on a screen? Those under one parent that have the same name but for numbers, have the
/// same body, and wait for the same kind of thing become one line, and their children are counted together.
///
/// A task knows the *number* of the one that it belongs to. A reference would be simpler to follow, but would keep tasks that
/// have ended: an accept loop whose every round is a new task, spawned by the last, would hold them all.
final class TaskDumpText {

    private static final long NOBODY = 0;

    /// The deepest level that is shown. A chain of thousands would fill gigabytes with indentation.
    private static final int DEEPEST = 40;

    /// How a virtual thread parks: the same on every stack, and of no interest.
    private static final Set<String> PARKING =
            Set.of(
                    "java.lang.VirtualThread",
                    "java.lang.System$1",
                    "java.util.concurrent.locks.LockSupport");

    private final StringBuilder text = new StringBuilder();
    private final TaskDump dump;
    private final Map<Long, List<Entry>> children;

    TaskDumpText(TaskDump dump) {
        this.dump = dump;
        var ids = dump.tasks().stream().map(Entry::id).collect(toSet());
        children =
                dump.tasks().stream()
                        .collect(groupingBy(t -> ids.contains(t.owner()) ? t.owner() : NOBODY));
        var count = dump.tasks().size();
        line(0, "%s: %s %s".formatted(dump.loop(), count, count == 1 ? "task" : "tasks"));
        if (!dump.remark().isEmpty()) {
            line(0, dump.remark());
        }
        append(childrenOf(NOBODY), 0);
    }

    private void append(List<Entry> siblings, int level) {
        if (level > DEEPEST && !siblings.isEmpty()) {
            line(level, "and more further down");
            return;
        }
        var kinds =
                siblings.stream().collect(groupingBy(Entry::kind, LinkedHashMap::new, toList()));
        for (var alike : kinds.values()) {
            if (alike.size() >= TaskDump.MANY) {
                append(alike, many(alike), level);
            } else {
                alike.forEach(task -> append(List.of(task), one(task), level));
            }
        }
    }

    private void append(List<Entry> alike, String line, int level) {
        line(level, line);
        alike.stream()
                .map(task -> dump.stacks().get(task.id()))
                .filter(stack -> stack != null)
                .limit(1)
                .flatMap(Arrays::stream)
                .filter(frame -> !PARKING.contains(frame.getClassName()))
                .forEach(frame -> line(level, "      at " + frame));
        append(alike.stream().flatMap(t -> childrenOf(t.id()).stream()).toList(), level + 1);
    }

    private static String one(Entry task) {
        return "#%s %s, %s, at %s, %s"
                .formatted(task.id(), task.name(), age(task), task.site(), task.awaits().text());
    }

    private static String many(List<Entry> alike) {
        var kind = alike.getFirst().kind();
        var youngest = age(alike.getLast());
        var oldest = age(alike.getFirst());
        return "%s × %s, %s to %s, at %s, each %s"
                .formatted(
                        alike.size(),
                        kind.name(),
                        youngest,
                        oldest,
                        alike.getFirst().site(),
                        kind.awaits().kind());
    }

    private static String age(Entry task) {
        return Awaited.text(task.age());
    }

    private List<Entry> childrenOf(long id) {
        return children.getOrDefault(id, List.of());
    }

    private void line(int level, String line) {
        text.append("  ".repeat(level)).append(line).append(System.lineSeparator());
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

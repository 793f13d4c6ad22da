package echolab.epoll;

import echolab.epoll.TaskDump.Entry;
import echolab.epoll.TaskDump.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How do ten thousand tasks fit on a screen? Those under one parent that have the same name but for numbers, come from the
/// same line, and wait for the same kind of thing become one line, and their children are counted together.
final class TaskDumpText {

    /// From this many on, tasks that do the same are shown as one line.
    static final int MANY = 4;

    /// The deepest level that is shown. A chain of thousands would fill gigabytes with indentation.
    private static final int DEEPEST = 40;

    /// How a virtual thread parks: the same on every stack, and of no interest.
    private static final Set<String> PARKING =
            Set.of(
                    "java.lang.VirtualThread",
                    "java.lang.System$1",
                    "java.util.concurrent.locks.LockSupport");

    private final StringBuilder text = new StringBuilder();

    TaskDumpText(TaskDump dump) {
        var count = count(dump.roots());
        text.append("%s: %d %s%n".formatted(dump.loop(), count, count == 1 ? "task" : "tasks"));
        dump.remark().ifPresent(remark -> text.append(remark).append(System.lineSeparator()));
        append(dump.roots(), 0);
    }

    private void append(List<Entry> siblings, int level) {
        if (level > DEEPEST) {
            line(level, "and %d more further down".formatted(count(siblings)));
            return;
        }
        var kinds = new LinkedHashMap<Kind, List<Entry>>();
        for (var task : siblings) {
            kinds.computeIfAbsent(task.kind(), _ -> new ArrayList<>()).add(task);
        }
        kinds.forEach((kind, alike) -> {
            if (alike.size() >= MANY) {
                many(kind, alike, level);
            } else {
                alike.forEach(task -> one(task, level));
            }
        });
    }

    private void one(Entry task, int level) {
        line(
                level,
                "#%d %s, %s%s, %s"
                        .formatted(
                                task.id(),
                                task.name(),
                                Awaited.text(task.age()),
                                spawned(task.site()),
                                task.awaits().text()));
        stack(task.stack(), level);
        append(task.children(), level + 1);
    }

    private void many(Kind kind, List<Entry> alike, int level) {
        line(
                level,
                "%d × %s, %s to %s%s, each %s"
                        .formatted(
                                alike.size(),
                                kind.name(),
                                age(alike.getLast()),
                                age(alike.getFirst()),
                                spawned(kind.site()),
                                kind.awaits()));
        alike.stream()
                .filter(task -> !task.stack().isEmpty())
                .findFirst()
                .ifPresent(task -> {
                    line(level, "    #%d, for one:".formatted(task.id()));
                    stack(task.stack(), level);
                });
        append(alike.stream().flatMap(task -> task.children().stream()).toList(), level + 1);
    }

    private static String age(Entry task) {
        return Awaited.text(task.age());
    }

    private static String spawned(Optional<StackTraceElement> site) {
        return site.map(line -> ", spawned at " + Awaited.text(line)).orElse("");
    }

    private void stack(List<StackTraceElement> stack, int level) {
        stack.stream()
                .filter(frame -> !PARKING.contains(frame.getClassName()))
                .forEach(frame -> line(level, "      at " + frame));
    }

    private void line(int level, String line) {
        text.append("  ".repeat(level)).append(line).append(System.lineSeparator());
    }

    private static long count(List<Entry> tasks) {
        var waiting = new ArrayDeque<>(tasks);
        var count = 0L;
        for (var task = waiting.poll(); task != null; task = waiting.poll()) {
            count++;
            waiting.addAll(task.children());
        }
        return count;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

package echolab.epoll.dump;

import echolab.epoll.task.Awaited;
import echolab.epoll.task.BodySite;
import echolab.epoll.task.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// What is every task doing? A picture of all tasks of a loop at one moment. As text it is a tree: a task stands under the
/// one that owns its scope or has spawned it.
///
/// ```text
/// epoll loop 0: 1001 tasks
/// #38 main, 12.3 s, at EpollServer.java:102, awaits fd 7 accept on 127.0.0.1:8888
///   999 × connection on fd …, 1.0 s to 12.1 s, at EpollServer.java:68, each awaits fd read
///   #812 connection on fd 57, 9.7 s, at EpollServer.java:68, awaits fd 57 write, peer 127.0.0.1:51234
/// ```
///
/// The loop takes the picture itself, between two tasks, so no task moves while it does. If a task holds the loop, the
/// picture is taken from outside after a while, and has the stack of that task.
///
/// @param loop the name of the loop's thread
/// @param tasks all tasks, oldest first
/// @param stacks of some tasks by their id, innermost call first
/// @param remark what is unusual about this picture, or nothing
public record TaskDump(
        String loop, List<Entry> tasks, Map<Long, StackTraceElement[]> stacks, String remark) {

    /// From this many on, tasks that do the same are shown as one line.
    static final int MANY = 4;

    private static final Duration LIMIT = Duration.ofSeconds(1);

    /// A task.
    ///
    /// @param id the number of its thread, the same as in JFR and in `jcmd PID Thread.dump_to_file`
    /// @param owner the id of the task that owns its scope or else has spawned it, which may have ended
    /// @param body what class its body is of
    /// @param site the line of its body that is at work, or that of another task with the same body that does the same
    public record Entry(
            long id,
            long owner,
            String name,
            String body,
            String site,
            Duration age,
            Awaited awaits) {

        private static Entry of(Task<?> task) {
            var body = String.valueOf(task.bodyType());
            return new Entry(
                    task.id(), task.ownerId(), task.name(), body, "", task.age(), task.awaits());
        }

        private Entry at(String line) {
            return new Entry(id, owner, name, body, line, age, awaits);
        }

        /// What tasks have in common that do the same: all but numbers and addresses.
        Entry kind() {
            var alike = Awaited.withoutNumbers(name);
            return new Entry(0, 0, alike, body, "", Duration.ZERO, new Awaited(awaits.kind(), ""));
        }
    }

    /// The tasks of this one's loop, without stacks. Any thread may ask: a task of the loop gets the answer at once, another thread
    /// when the loop comes round to it, or after a second from outside.
    public static TaskDump of(Task<?> task) {
        return of(task, false, LIMIT);
    }

    /// The same with a stack for each line of the text. To walk those of ten thousand tasks would take a few hundred
    /// milliseconds, in which the loop does nothing else.
    public static TaskDump withStacks(Task<?> task) {
        return of(task, true, LIMIT);
    }

    static TaskDump of(Task<?> task, boolean stacks, Duration limit) {
        if (task.loop().isOnLoop()) {
            return take(task, stacks, "");
        }
        var answer = new FutureTask<>(() -> take(task, stacks, ""));
        var interrupted = false;
        try {
            task.loop().execute(answer);
            while (true) {
                try {
                    return answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException _) {
                    interrupted = true; // who is cancelled may look around, too
                }
            }
        } catch (RejectedExecutionException e) {
            return take(task, stacks, e.getMessage());
        } catch (TimeoutException _) {
            answer.cancel(false);
            var remark =
                    "the loop did not answer within %s: a task does not give way; this was seen from outside, where peers are not known"
                            .formatted(Awaited.text(limit));
            return take(task, stacks, remark);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the tasks could not be looked at", e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static TaskDump take(Task<?> any, boolean wanted, String remark) {
        var loop = any.loop();
        var tasks = any.all().stream().sorted(Comparator.comparingLong(Task::id)).toList();
        var entries = new ArrayList<Entry>();
        var stacks = new HashMap<Long, StackTraceElement[]>();
        var seen = new HashMap<Entry, Integer>();
        var sites = new HashMap<Entry, String>();
        for (var task : tasks) {
            var entry = Entry.of(task);
            var kind = entry.kind();
            // one that holds the loop is why we look from outside
            var holds = task.holdsLoop() && !loop.isOnLoop();
            if (seen.merge(kind, 1, Integer::sum) < MANY || holds) {
                var stack = task.stack();
                sites.put(kind, text(BodySite.in(stack)));
                if (wanted || holds) {
                    stacks.put(task.id(), stack);
                }
            }
            entries.add(entry.at(sites.get(kind)));
        }
        return new TaskDump(loop.name(), entries, stacks, remark);
    }

    private static String text(StackTraceElement line) {
        return line == null ? "?" : Awaited.text(line);
    }

    /// For people: one line a task, and one for many that do the same.
    @Override
    public String toString() {
        return new TaskDumpText(this).toString();
    }
}

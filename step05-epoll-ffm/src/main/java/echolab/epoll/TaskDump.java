package echolab.epoll;

import java.time.Duration;
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
/// #38 main, 12.3 s, spawned at EpollServer.java:82, awaits fd 7 accept on 127.0.0.1:8888
///   999 × connection on fd …, 1.0 s to 12.1 s, spawned at EpollServer.java:98, each awaits fd read
///   #812 connection on fd 57, 9.7 s, spawned at EpollServer.java:98, awaits fd 57 write, peer 127.0.0.1:51234
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
    /// @param site where it was spawned
    public record Entry(
            long id, long owner, String name, String site, Duration age, Awaited awaits) {

        private static Entry of(Task<?> task) {
            var age = Duration.ofNanos(task.loop.clock.nanoTime() - task.started);
            var site = task.site == null ? "?" : Awaited.text(task.site);
            return new Entry(task.id(), task.owner, task.name(), site, age, Awaited.by(task));
        }

        /// What tasks have in common that do the same: all but numbers and addresses.
        Entry kind() {
            var alike = Awaited.withoutNumbers(name);
            return new Entry(0, 0, alike, site, Duration.ZERO, new Awaited(awaits.kind(), ""));
        }
    }

    /// The tasks of the loop, without stacks. Any thread may ask: a task of the loop gets the answer at once, another thread
    /// when the loop comes round to it, or after a second from outside.
    public static TaskDump of(EventLoop loop) {
        return of(loop, false, LIMIT);
    }

    /// The same with a stack for each line of the text. To walk those of ten thousand tasks would take a few hundred
    /// milliseconds, in which the loop does nothing else.
    public static TaskDump withStacks(EventLoop loop) {
        return of(loop, true, LIMIT);
    }

    static TaskDump of(EventLoop loop, boolean stacks, Duration limit) {
        if (loop.isOnLoop()) {
            return take(loop, stacks, "");
        }
        var answer = new FutureTask<>(() -> take(loop, stacks, ""));
        try {
            loop.execute(answer);
            return answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            return take(loop, stacks, e.getMessage());
        } catch (TimeoutException e) {
            answer.cancel(false);
            var remark =
                    "the loop did not answer within %s: a task does not give way; this was seen from outside, where peers are not known";
            return take(loop, stacks, remark.formatted(Awaited.text(limit)));
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("no answer from the loop " + loop.thread.getName(), e);
        }
    }

    private static TaskDump take(EventLoop loop, boolean wanted, String remark) {
        var tasks = loop.tasks.stream().sorted(Comparator.comparingLong(Task::id)).toList();
        var entries = tasks.stream().map(Entry::of).toList();
        var stacks = new HashMap<Long, StackTraceElement[]>();
        var seen = new HashMap<Entry, Integer>();
        for (var i = 0; i < entries.size(); i++) {
            // one that holds the loop is why we look from outside
            if (wanted && seen.merge(entries.get(i).kind(), 1, Integer::sum) < MANY
                    || tasks.get(i).holdsLoop() && !loop.isOnLoop()) {
                stacks.put(tasks.get(i).id(), tasks.get(i).thread.getStackTrace());
            }
        }
        return new TaskDump(loop.thread.getName(), entries, stacks, remark);
    }

    /// For people: one line a task, and one for many that do the same.
    @Override
    public String toString() {
        return new TaskDumpText(this).toString();
    }
}

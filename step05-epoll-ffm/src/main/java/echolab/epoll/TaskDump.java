package echolab.epoll;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// What is every task doing? A picture of all tasks of a loop at one moment, as a tree: a task stands under the one that
/// owns its scope or has spawned it.
///
/// ```text
/// epoll loop 0: 1001 tasks
/// #38 main, 12.3 s, spawned at EpollServer.java:82, awaits fd 7 accept on 127.0.0.1:8888
///   999 × connection on fd …, 1.0 s to 12.1 s, spawned at EpollServer.java:98, each awaits fd read
///   #812 connection on fd 57, 9.7 s, spawned at EpollServer.java:98, awaits fd 57 write, peer 127.0.0.1:51234
/// ```
///
/// The loop takes the picture itself, between two tasks, so no task moves while it does. If a task holds the loop, the
/// picture is taken from outside after a while, says which task it is, and has its stack.
///
/// @param loop the name of the loop's thread
/// @param roots the tasks that no living task has spawned, oldest first, with all others under them
/// @param remark what is unusual about this picture
public record TaskDump(String loop, List<Entry> roots, Optional<String> remark) {

    /// How long the loop has to answer another thread.
    static final Duration LIMIT = Duration.ofSeconds(1);

    /// A task.
    ///
    /// @param id the number of its thread, the same as in JFR and in `jcmd PID Thread.dump_to_file`
    /// @param site where it was spawned, if that is known
    /// @param stack its stack, innermost call first; empty unless asked for
    /// @param children those that it has spawned, oldest first
    public record Entry(
            long id,
            String name,
            Optional<StackTraceElement> site,
            Duration age,
            Awaited awaits,
            List<StackTraceElement> stack,
            List<Entry> children) {

        Kind kind() {
            return new Kind(name.replaceAll("\\d+", "…"), site, awaits.kind());
        }

        Entry with(StackTraceElement[] stack) {
            return new Entry(id, name, site, age, awaits, List.of(stack), children);
        }
    }

    /// What tasks have in common that do the same: their names but for numbers, where they were spawned, and what they wait
    /// for.
    record Kind(String name, Optional<StackTraceElement> site, String awaits) {}

    /// Whose stacks to take. To walk ten thousand takes a few hundred milliseconds, and the loop does nothing else then.
    public enum Stacks {
        NONE,
        /// Of a few tasks of each kind, where a kind is what is shown as one line.
        SAMPLES,
        ALL
    }

    /// The tasks of the loop, without stacks. Any thread may ask: a task of the loop gets the answer at once, another thread
    /// when the loop comes round to it, or after a second from outside.
    public static TaskDump of(EventLoop loop) {
        return of(loop, Stacks.NONE);
    }

    /// The same with stacks.
    public static TaskDump of(EventLoop loop, Stacks stacks) {
        return of(loop, stacks, LIMIT);
    }

    static TaskDump of(EventLoop loop, Stacks stacks, Duration limit) {
        if (loop.isOnLoop()) {
            return take(loop, stacks, Optional.empty());
        }
        var answer = new FutureTask<>(() -> take(loop, stacks, Optional.empty()));
        try {
            loop.execute(answer);
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            return take(loop, stacks, Optional.of(e.getMessage()));
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "the tasks of %s could not be listed".formatted(loop.thread.getName()),
                    e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return take(loop, stacks, Optional.of("interrupted before the loop answered"));
        } catch (TimeoutException e) {
            answer.cancel(false);
            return take(loop, stacks, Optional.of(heldUp(loop, limit)));
        }
    }

    private static String heldUp(EventLoop loop, Duration limit) {
        var holder = loop.tasks.stream().filter(TaskTree::holdsLoop).findFirst();
        return "the loop did not answer within %s, %s; this was seen from outside, where peers are not known"
                .formatted(
                        Awaited.text(limit),
                        holder.map(task -> "because " + named(task) + " does not give way")
                                .orElse("and none of its tasks runs"));
    }

    private static String named(Task<?> task) {
        return "#%d %s".formatted(task.thread.threadId(), task.name());
    }

    private static TaskDump take(EventLoop loop, Stacks stacks, Optional<String> remark) {
        return new TaskDump(loop.thread.getName(), new TaskTree(stacks).of(loop), remark);
    }

    /// For people: one line a task, and one for many that do the same.
    @Override
    public String toString() {
        return new TaskDumpText(this).toString();
    }
}

package echolab.epoll.task;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// How does a task call what blocks its thread? On one of a limited number of threads beside the loop. They come when they are needed,
/// go after ten idle seconds, and end with the loop.
final class BlockingCalls implements AutoCloseable {

    /// How many calls of one loop may run at the same time, 64 unless the system property says otherwise. More wait for their turn.
    static final String LIMIT = "echolab.blocking";

    private static final int DEFAULT_LIMIT = 64;
    private static final long IDLE_SECONDS = 10;

    private ThreadPoolExecutor threads;

    <T> T call(Callable<T> body) throws Exception {
        var task = Task.current();
        Suspension.throwIfCancelled(); // nothing is begun in vain
        var call = new Call<>(task, body);
        threads().execute(call);
        try {
            while (call.end == null) {
                Suspension.park(call);
            }
        } catch (CancellationException e) {
            threads.remove(call);
            call.giveUp();
            throw e;
        }
        return call.end.get("blocking call of " + task);
    }

    private ThreadPoolExecutor threads() {
        if (threads == null) {
            var limit = Integer.getInteger(LIMIT, DEFAULT_LIMIT);
            if (limit < 1) {
                throw new IllegalStateException(
                        "the system property %s must be 1 or more, but is %s"
                                .formatted(LIMIT, limit));
            }
            var factory = Thread.ofPlatform().daemon().name("blocking call ", 0).factory();
            var queue = new LinkedBlockingQueue<Runnable>();
            threads =
                    new ThreadPoolExecutor(
                            limit, limit, IDLE_SECONDS, TimeUnit.SECONDS, queue, factory);
            threads.allowCoreThreadTimeOut(true);
        }
        return threads;
    }

    @Override
    public void close() {
        if (threads != null) {
            threads.shutdownNow();
        }
    }

    private static final class Call<T> implements Runnable, Blocker {
        private final Task<?> task;
        private final Callable<T> body;
        private volatile Outcome<T> end;
        private Thread runner;
        private boolean givenUp;

        Call(Task<?> task, Callable<T> body) {
            this.task = task;
            this.body = body;
        }

        @Override
        public void run() {
            synchronized (this) {
                runner = Thread.currentThread();
            }
            Outcome<T> outcome;
            try {
                outcome = new Outcome.Succeeded<>(body.call());
            } catch (Throwable e) {
                outcome = new Outcome.Failed<>(e, e.getStackTrace());
            }
            if (isTaken(outcome)) {
                LockSupport.unpark(task.thread);
            } else {
                discard(outcome);
            }
        }

        private synchronized boolean isTaken(Outcome<T> outcome) {
            runner = null;
            end = outcome;
            return !givenUp;
        }

        /// The body is interrupted, and not waited for: a system call may not listen. One that has ended already gave its outcome to nobody.
        void giveUp() {
            if (hasEndedWhenGivenUp()) {
                discard(end);
            }
        }

        private synchronized boolean hasEndedWhenGivenUp() {
            givenUp = true;
            if (runner != null) {
                runner.interrupt();
            }
            return end != null;
        }

        private void discard(Outcome<T> outcome) {
            switch (outcome) {
                case Outcome.Succeeded<T>(AutoCloseable open) -> close(open);
                case Outcome.Failed<T>(var e, _)
                        when !Outcome.tellsOfCancel(e, Thread.currentThread()) ->
                        report("failed after its task was cancelled", e);
                default -> {}
            }
        }

        private void close(AutoCloseable open) {
            try {
                open.close();
            } catch (Exception e) {
                report("gave a result that did not close after its task was cancelled", e);
            }
        }

        private void report(String what, Throwable e) {
            task.root.report("a blocking call of " + task + " " + what, e);
        }

        @Override
        public Awaited awaitedBy(Task<?> waiting) {
            return Awaited.of("a blocking call", "");
        }
    }
}

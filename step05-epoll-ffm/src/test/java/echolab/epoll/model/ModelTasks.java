package echolab.epoll.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/// What should the Task API do? As little code as says it, with no loop below it, no interrupt and no lock: one thing runs after another, in
/// the order in which it became ready, and time is a number.
///
/// A task is a thread that holds a baton while it runs, and hands it back where it waits.
final class ModelTasks implements Tasks {

    private static final long UNAWAITED = 1000;

    /// What shall happen, and when.
    private record Due(long time, long order, Runnable action) {}

    private final Semaphore back = new Semaphore(0);
    private final Queue<Runnable> ready = new ArrayDeque<>();
    private final PriorityQueue<Due> timers =
            new PriorityQueue<>(Comparator.comparingLong(Due::time).thenComparingLong(Due::order));
    private final List<Strand> living = new ArrayList<>();
    private final Map<Strand, Throwable> unawaited = new LinkedHashMap<>();
    private final List<Throwable> reported = new ArrayList<>();

    /// In which order those are cancelled that are left at the end: nothing says it, so any may be the right one.
    private final int orderOfTheLast;

    private int left;
    private long now;
    private long orders;
    private boolean ending;
    private Strand running;

    ModelTasks(int orderOfTheLast) {
        this.orderOfTheLast = orderOfTheLast;
    }

    /// In how many orders those that were left at the end could have been cancelled.
    int ordersOfTheLast() {
        return left < 2 ? 1 : left == 2 ? 2 : 6;
    }

    // ---- the loop

    @Override
    public End run(Callable<Object> body) {
        var main = new Strand(null, body);
        main.awaiters++; // by whoever runs it
        goRound(() -> main.ended);
        ending = true;
        inSomeOrder(living.stream().filter(strand -> strand.nursery == null).toList())
                .forEach(Strand::cancel);
        goRound(living::isEmpty);
        unawaited.keySet().forEach(this::reportUnlessAwaited);
        return new End(
                main.cancelled ? cancelled(main.thrown) : main.thrown, reported, timers.size());
    }

    private List<Strand> inSomeOrder(List<Strand> strands) {
        left = strands.size();
        var rest = new ArrayList<>(strands);
        var ordered = new ArrayList<Strand>();
        for (var choice = orderOfTheLast; !rest.isEmpty(); choice /= rest.size() + 1) {
            ordered.add(rest.remove(choice % rest.size()));
        }
        return ordered;
    }

    private void goRound(BooleanSupplier done) {
        while (true) {
            for (var count = ready.size(); count > 0; count--) {
                ready.remove().run();
            }
            if (done.getAsBoolean()) {
                return;
            }
            while (!timers.isEmpty() && timers.peek().time <= now) {
                timers.remove().action.run();
            }
            if (ready.isEmpty()) {
                if (timers.isEmpty()) {
                    throw new AssertionError("hangs: " + living);
                }
                now = timers.peek().time;
            }
        }
    }

    private Due due(long millis, Runnable action) {
        var due = new Due(now + millis, orders++, action);
        timers.add(due);
        return due;
    }

    private void reportUnlessAwaited(Strand strand) {
        if (strand.awaiters == 0) {
            reported.add(strand.thrown);
        }
    }

    // ---- a task

    private final class Strand implements Handle {
        final Nest nursery;
        final Cancels cancels = new Cancels(this::wake);
        private final Semaphore baton = new Semaphore(0);
        private final List<Strand> waiting = new ArrayList<>();
        private final Callable<Object> body;
        private boolean parked;
        private boolean ended;
        private boolean cancelled;
        private Object result;
        private Throwable thrown;
        private int awaiters;

        Strand(Nest nursery, Callable<Object> body) {
            this.nursery = nursery;
            this.body = body;
            living.add(this);
            ready.add(this::go);
            Thread.ofVirtual().start(this::live);
        }

        /// Gives it the baton until it hands it back.
        private void go() {
            running = this;
            baton.release();
            back.acquireUninterruptibly();
        }

        private void giveBack() {
            back.release();
            baton.acquireUninterruptibly();
        }

        private void live() {
            baton.acquireUninterruptibly();
            try {
                if (cancels.isWholeRequested()) {
                    throw new CancellationException();
                }
                result = body.call();
            } catch (Throwable e) {
                thrown = e;
                cancelled = cancels.isWholeRequested() && isCancel(e);
            }
            ended = true;
            waiting.forEach(Strand::wake);
            living.remove(this);
            if (nursery != null) {
                nursery.ended(this);
            } else if (thrown != null && (!cancelled || thrown.getSuppressed().length > 0)) {
                unawaited.put(this, thrown);
                due(UNAWAITED, this::nobodyCame);
            }
            back.release();
        }

        private void nobodyCame() {
            reportUnlessAwaited(this);
            unawaited.remove(this);
        }

        private void wake() {
            if (parked) {
                parked = false;
                ready.add(this::go);
            }
        }

        /// Waits, and throws when a cancel is heard. One that has no need to wait hears nothing.
        void waitUntil(BooleanSupplier over) {
            while (!over.getAsBoolean()) {
                park();
                if (cancels.hear()) {
                    throw new CancellationException();
                }
            }
        }

        void park() {
            if (!cancels.isToBeHeard()) {
                parked = true;
                giveBack();
            }
        }

        void letOthersRun() {
            ready.add(this::go);
            giveBack();
            if (cancels.hear()) {
                throw new CancellationException();
            }
        }

        @Override
        public Object await() throws Exception {
            var awaiting = running;
            awaiters++;
            try {
                waiting.add(awaiting);
                awaiting.waitUntil(() -> ended);
            } catch (Throwable e) {
                awaiters--;
                throw e;
            } finally {
                waiting.remove(awaiting);
            }
            return outcome();
        }

        private Object outcome() throws Exception {
            if (cancelled) {
                throw cancelled(thrown);
            }
            if (thrown != null) {
                throw thrown(thrown);
            }
            return result;
        }

        @Override
        public void cancel() {
            if (!ended) {
                cancels.requestWhole();
            }
        }
    }

    private static boolean isCancel(Throwable e) {
        return e instanceof CancellationException || e instanceof InterruptedException;
    }

    /// What whoever awaits a cancelled task is told.
    private static CancellationException cancelled(Throwable e) {
        var told = new CancellationException();
        List.of(e.getSuppressed()).forEach(told::addSuppressed);
        return told;
    }

    private static Exception thrown(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        return (Exception) e;
    }

    // ---- a scope

    private final class Nest implements Nursery {
        private final Strand owner = running;
        private final Cancels.Block block = new Cancels.Block();
        private final List<Strand> children = new ArrayList<>();
        private Throwable first;
        private boolean bodyRuns = true;
        private boolean cancelled;
        private boolean over;

        /// The owner's cancel was heard, but a failure is thrown in its place.
        private boolean owed;

        Object run(Block body) throws Exception {
            Object result = null;
            owner.cancels.enter(block, false);
            try {
                result = body.run(this);
                bodyRuns = false;
            } catch (Throwable e) {
                bodyRuns = false;
                bodyThrew(e);
            }
            while (!children.isEmpty()) {
                if (!owner.cancels.hear()) {
                    owner.park();
                } else if (!owner.cancels.isAbout(block)) {
                    ownerWasCancelled();
                }
            }
            over = true;
            owner.cancels.leave(block);
            if (owed) {
                owner.cancels.hearAgain();
            }
            if (first != null) {
                throw thrown(first);
            }
            return result;
        }

        private void bodyThrew(Throwable e) {
            if (!isCancel(e) || !owner.cancels.isAboutAnything()) {
                failed(e);
            } else if (owner.cancels.isAbout(block)) {
                keepWhatFailedBehind(e);
            } else if (first == null) {
                failed(e);
            } else {
                keepWhatFailedBehind(e);
                owed = true;
            }
        }

        private void ownerWasCancelled() {
            owed = first != null;
            if (first == null) {
                first = new CancellationException();
            }
            cancel();
        }

        void ended(Strand child) {
            children.remove(child);
            if (child.cancelled) {
                keepWhatFailedBehind(child.thrown);
            } else if (child.thrown != null) {
                failed(child.thrown);
            }
            if (!bodyRuns && children.isEmpty()) {
                owner.wake();
            }
        }

        private void failed(Throwable e) {
            keep(e);
            cancel();
            if (bodyRuns) {
                owner.cancels.request(block);
            }
        }

        private void keep(Throwable e) {
            if (first == null) {
                first = e;
            } else if (first != e) {
                first.addSuppressed(e);
            }
        }

        private void keepWhatFailedBehind(Throwable cancel) {
            for (var e : cancel.getSuppressed()) {
                if (first == null) {
                    reported.add(e);
                } else {
                    keep(e);
                }
            }
        }

        @Override
        public Strand spawn(String name, Callable<Object> body) {
            if (over) {
                throw new IllegalStateException();
            }
            var child = new Strand(this, body);
            children.add(child);
            if (cancelled) {
                child.cancel();
            }
            return child;
        }

        @Override
        public void cancel() {
            cancelled = true;
            children.forEach(Strand::cancel);
        }
    }

    @Override
    public Object scope(Block body) throws Exception {
        return new Nest().run(body);
    }

    @Override
    public Handle spawn(String name, Callable<Object> body) {
        var strand = new Strand(null, body);
        if (ending) {
            strand.cancel();
        }
        return strand;
    }

    // ---- combinators

    @Override
    public Object timeout(int millis, Callable<Object> body) throws Exception {
        var cancels = running.cancels;
        var block = new Cancels.Block();
        var due = due(millis, () -> cancels.request(block));
        cancels.enter(block, false);
        try {
            return body.call();
        } catch (Throwable e) {
            if (!cancels.isAbout(block)) {
                throw e;
            }
            var told = new TimeoutException("not done after " + millis + " ms");
            if (isCancel(e)) {
                told.initCause(e);
                throw told;
            }
            e.addSuppressed(told);
            throw e;
        } finally {
            timers.remove(due);
            cancels.leave(block);
        }
    }

    @Override
    public Object shield(Callable<Object> body) throws Exception {
        var cancels = running.cancels;
        var block = new Cancels.Block();
        cancels.enter(block, true);
        try {
            return body.call();
        } finally {
            cancels.leave(block);
        }
    }

    @Override
    public List<Object> gather(List<Callable<Object>> bodies) throws Exception {
        var children = new ArrayList<Strand>();
        var results = new ArrayList<>();
        try {
            scope(scope -> {
                bodies.forEach(body -> children.add((Strand) scope.spawn("", body)));
                return null;
            });
            for (var child : children) {
                results.add(child.outcome());
            }
            return results;
        } catch (Throwable e) {
            children.forEach(child -> close(child.result, e));
            throw e;
        }
    }

    private void close(Object result, Throwable e) {
        try {
            close(result);
        } catch (Throwable failed) {
            e.addSuppressed(failed);
        }
    }

    private void close(Object result) throws Exception {
        if (result instanceof AutoCloseable open) {
            shield(() -> {
                open.close();
                return null;
            });
        }
    }

    /// What has been decided in a race.
    private static final class Decision {
        boolean made;
        boolean won;
        Object result;
    }

    @Override
    public Object race(List<Callable<Object>> bodies) throws Exception {
        var decision = new Decision();
        try {
            scope(scope -> {
                bodies.forEach(body -> scope.spawn("", () -> race(scope, decision, body)));
                return null;
            });
        } catch (Throwable e) {
            close(decision.result, e);
            throw e;
        }
        if (!decision.made) {
            throw new CancellationException();
        }
        return decision.result;
    }

    private Object race(Nursery scope, Decision decision, Callable<Object> body) throws Exception {
        Object mine;
        try {
            mine = body.call();
        } catch (Throwable e) {
            return lost(decision, e);
        }
        if (!decision.made) {
            decision.made = true;
            decision.won = true;
            decision.result = mine;
            scope.cancel();
        } else {
            closeLate(mine);
        }
        return null;
    }

    private void closeLate(Object result) {
        try {
            close(result);
        } catch (Throwable e) {
            reported.add(e);
        }
    }

    private Object lost(Decision decision, Throwable e) throws Exception {
        var cancelled = isCancel(e) && running.cancels.isWholeRequested();
        if (decision.won && !cancelled) {
            reported.add(e);
            return null;
        }
        decision.made |= !cancelled;
        throw thrown(e);
    }

    // ---- the rest

    @Override
    public long millis() {
        return now;
    }

    @Override
    public Handle current() {
        return running;
    }

    @Override
    public void sleep(int millis) {
        var sleeper = running;
        var over = new boolean[1];
        var due =
                due(
                        millis,
                        () -> {
                            over[0] = true;
                            sleeper.wake();
                        });
        try {
            sleeper.waitUntil(() -> over[0]);
        } finally {
            timers.remove(due);
        }
    }

    @Override
    public void yield() {
        running.letOthersRun();
    }

    @Override
    public void waitForever() throws InterruptedException {
        try {
            running.waitUntil(() -> false);
        } catch (CancellationException _) {
            throw new InterruptedException();
        }
    }

    @Override
    public void after(int millis, Runnable action) {
        due(millis, action);
    }

    @Override
    public void nextTurn(Runnable action) {
        ready.add(action);
    }
}

package echolab.epoll;

import java.time.Duration;

/// Who answers for a task, and is told how it ended? The scope it was spawned in, the listener whose connection it handles,
/// or else its loop.
sealed interface Parent permits Scope, Listener, EventLoop {

    /// How long somebody has to await a task that failed, before its failure is reported.
    Duration UNAWAITED = Duration.ofSeconds(1);

    static void tell(Parent parent, Task<?> task, Outcome<?> end) {
        switch (parent) {
            case Scope scope -> scope.ended(task, end);
            case Listener listener -> listener.ended(task, end);
            case EventLoop loop when end instanceof Outcome.Failed<?>(var e) && !task.isAwaited() ->
                    loop.after(UNAWAITED, () -> task.reportUnlessAwaited(e));
            case EventLoop _ -> {}
        }
    }

    /// The thread under which the task stands in a [TaskDump].
    static Thread owner(Parent parent) {
        return parent instanceof Scope scope ? scope.owner.thread : Thread.currentThread();
    }
}

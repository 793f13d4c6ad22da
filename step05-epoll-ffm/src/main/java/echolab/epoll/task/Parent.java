package echolab.epoll.task;

/// Who answers for a task, and is told how it ended? The scope it was spawned in, the listener whose connection it handles,
/// or else the run of its loop.
public interface Parent {

    /// Called once, on the loop, by the task itself when it has ended.
    void ended(Task<?> task, Outcome<?> end);

    /// The thread under which the task stands in a dump.
    default Thread owner() {
        return Thread.currentThread();
    }
}

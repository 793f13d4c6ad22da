package echolab.epoll.task;

/// What can a task wait for? It describes itself: our own suspension points leave such an object with the thread that parks (its *blocker*),
/// so to know what a task awaits costs nothing until somebody asks.
public interface Blocker {

    /// In words, for a task that waits here. Called on the loop, or from outside when a task holds it.
    Awaited awaitedBy(Task<?> task);
}

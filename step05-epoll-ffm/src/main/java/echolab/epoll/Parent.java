package echolab.epoll;

/// Who answers for a task, and is told how it ended? The scope it was spawned in, the listener whose connection it handles,
/// or else its loop.
sealed interface Parent permits Scope, Listener, EventLoop {}

package echolab.selector;

/// What is attached to a key of the selector: it knows what to do when its channel is ready.
///
/// Both methods run on the thread of the loop, so a handler must never block: while it waits, nobody is served.
sealed interface Handler permits Acceptor, Connection {

    /// The selector found the channel ready for something that its key is interested in.
    void handle();

    /// Closes the channel. That also cancels its key: the selector forgets it at its next turn.
    void close();
}

package echolab.contract;

import java.util.logging.Level;
import java.util.logging.Logger;

/// How do we keep what a server in this JVM logs out of the list of cases? By turning its logging off while the contract
/// runs: a handler that throws because a case wants it to is no news to the reader of the list.
///
/// `System.Logger` writes to `java.util.logging` when nothing else is installed; its root logger decides for all.
final class QuietLog implements AutoCloseable {

    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();

    QuietLog() {
        root.setLevel(Level.OFF);
    }

    @Override
    public void close() {
        root.setLevel(before);
    }
}

package echolab.contract;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// What a server in this JVM logs that somebody should look at, as long as this is open. `System.Logger` writes to
/// `java.util.logging` when nothing else is installed.
public final class Warnings extends Handler implements AutoCloseable {

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final Logger logger;
    private final Level before;

    /// @param code the package that the server is in, or a class of it
    public Warnings(String code) {
        this(code, Level.WARNING);
    }

    private Warnings(String code, Level level) {
        logger = Logger.getLogger(code);
        before = logger.getLevel();
        logger.setLevel(level);
        logger.addHandler(this);
    }

    /// Keeps all that servers log out of a list of cases: a handler that throws because a case wants it to is no news to its reader.
    static Warnings unheard() {
        return new Warnings("", Level.OFF);
    }

    public List<String> seen() {
        return seen;
    }

    @Override
    public void publish(LogRecord entry) {
        seen.add(entry.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setLevel(before);
    }
}

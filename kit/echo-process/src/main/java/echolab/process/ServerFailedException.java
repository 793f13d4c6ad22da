package echolab.process;

import java.io.IOException;
import java.util.List;

/// A server that did not start, died, or did not answer: what happened, and the last lines that it printed.
public final class ServerFailedException extends IOException {

    private static final long serialVersionUID = 1L;

    ServerFailedException(String what, List<String> lastLines) {
        super(
                lastLines.isEmpty()
                        ? what
                        : what + "; its last lines were:\n  " + String.join("\n  ", lastLines));
    }
}

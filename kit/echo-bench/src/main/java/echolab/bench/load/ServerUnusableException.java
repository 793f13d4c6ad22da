package echolab.bench.load;

import java.io.IOException;

/// The load generator works, but the server that it was to load does not: what was seen, as a sentence.
public final class ServerUnusableException extends IOException {

    private static final long serialVersionUID = 1L;

    ServerUnusableException(String why) {
        super(why);
    }
}

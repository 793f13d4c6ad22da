package echolab.workshop;

import java.io.IOException;

/// A file of the workshop (an exercise, a wrong answer, a source with tags) is not as it should be. The message names
/// the file, the line, and what should stand there.
public final class MalformedFileException extends IOException {

    private static final long serialVersionUID = 1L;

    public MalformedFileException(String file, int line, String what) {
        super(file + ":" + line + ": " + what);
    }

    public MalformedFileException(String file, String what) {
        super(file + ": " + what);
    }
}

package echolab.book;

import java.io.IOException;

/// What a chapter asks for is not there. The message is a sentence for its writer; whoever catches it adds file and line.
public final class ChapterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ChapterException(String message) {
        super(message);
    }

    public ChapterException(String message, Throwable cause) {
        super(message, cause);
    }

    /// Something that is done to files.
    @FunctionalInterface
    public interface FileWork<T> {

        T done() throws IOException;
    }

    /// @param what is to be done, for example `read a file`
    /// @throws ChapterException when the system refuses
    public static <T> T unlessDone(String what, FileWork<T> work) {
        try {
            return work.done();
        } catch (IOException e) {
            throw new ChapterException("cannot " + what + ": " + e, e);
        }
    }
}

package echolab.book;

/// What a chapter asks for is not there. The message is a sentence for its writer; whoever catches it adds file and line.
public final class ChapterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ChapterException(String message) {
        super(message);
    }

    public ChapterException(String message, Throwable cause) {
        super(message, cause);
    }
}

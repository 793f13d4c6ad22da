package echolab.book;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a chapter asks for is not there. The message is a sentence for its writer; whoever catches it adds file and line.
public final class ChapterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ChapterException(String message) {
        super(message);
    }

    public ChapterException(String message, Throwable cause) {
        super(message, cause);
    }

    /// The constant that a writer means by a word.
    ///
    /// @param what for example `a picture has no`, to refuse what is none of them
    public static <E extends Enum<E>> E named(Class<E> type, String word, String what) {
        for (var constant : type.getEnumConstants()) {
            if (word(constant).equals(word)) {
                return constant;
            }
        }
        var all = Stream.of(type.getEnumConstants()).map(ChapterException::word);
        throw new ChapterException(
                "%s \"%s\", but %s".formatted(what, word, all.collect(Collectors.joining(", "))));
    }

    /// As a writer has it, for example `ratio-interval`.
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
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

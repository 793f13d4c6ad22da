package echolab.workshop;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// What a failure with a file says to a person. The system's own exceptions carry a path, often nothing else, and no
/// verb.
public final class FileTrouble {

    private FileTrouble() {}

    /// A sentence: ours as they are, the system's in words.
    public static String said(IOException failure) {
        return switch (failure) {
            case NoSuchFileException e -> "there is no " + e.getFile();
            case AccessDeniedException e ->
                    "no permission for %s: who may read and write there? (ls -ld shows it)"
                            .formatted(e.getFile());
            case FileAlreadyExistsException e ->
                    "%s is there already, and is not what it should be: move it away"
                            .formatted(e.getFile());
            case FileSystemException e when e.getReason() != null ->
                    "%s cannot be used: %s (ls -ld shows what is there)"
                            .formatted(e.getFile(), e.getReason());
            case CharacterCodingException _ -> "a file that was to be read is not in UTF-8";
            default -> failure.getMessage() == null ? failure.toString() : failure.getMessage();
        };
    }
}

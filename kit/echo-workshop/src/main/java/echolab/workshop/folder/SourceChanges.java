package echolab.workshop.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;

/// Whether something was saved. Looks at the times of the participant's dozen files, each time it is asked.
///
/// The tempting way is a `WatchService`. It hears nothing of files on a network or in a container's mount, is itself a
/// poll every few seconds on macOS, and has a limit on Linux that an IDE may have used up; a dozen files cost next to
/// nothing to look at.
public final class SourceChanges {

    private final Workspace workspace;
    private Map<Path, FileTime> seen;

    public SourceChanges(Workspace workspace) throws IOException {
        this.workspace = workspace;
        this.seen = times();
    }

    /// Since it was asked last.
    public boolean happened() throws IOException {
        var now = times();
        var changed = !now.equals(seen);
        seen = now;
        return changed;
    }

    /// An editor may save by writing another file and renaming it, so a file may be gone between two looks.
    private Map<Path, FileTime> times() throws IOException {
        var times = new TreeMap<Path, FileTime>();
        try {
            for (var path : workspace.sources()) {
                times.put(path, Files.getLastModifiedTime(path));
            }
        } catch (NoSuchFileException _) {
            return Map.of();
        }
        return times;
    }
}

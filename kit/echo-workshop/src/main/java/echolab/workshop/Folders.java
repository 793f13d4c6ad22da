package echolab.workshop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/// What is in a folder of a participant's, who may keep it elsewhere and link it here, in whole or in part; and how such a
/// folder goes.
public final class Folders {

    private Folders() {}

    /// The files below a folder, in order; none where there is no folder. Links are followed: what an editor saves is behind
    /// them. What it leaves beside is passed over: Emacs's locks (`.#X.java`), and what macOS puts on foreign disks (`._X.java`).
    public static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        var all = below(folder, FileVisitOption.FOLLOW_LINKS);
        return all.stream().filter(Folders::isFile).toList();
    }

    /// In order, and none where there is nothing. What goes while this looks, as an editor's file does that is saved, lets it look again.
    private static List<Path> below(Path folder, FileVisitOption... options) throws IOException {
        for (var left = 1000; ; left--) {
            try (var paths = Files.walk(folder, options)) {
                return paths.sorted().toList();
            } catch (NoSuchFileException _) {
                return List.of();
            } catch (UncheckedIOException e) {
                if (left == 0 || !(e.getCause() instanceof NoSuchFileException)) throw e.getCause();
            }
        }
    }

    private static boolean isFile(Path path) {
        var name = path.getFileName().toString();
        return Files.isRegularFile(path) && !name.startsWith(".#") && !name.startsWith("._");
    }

    /// Copies each file of a folder, and looks whether the copy is whole.
    ///
    /// @throws IOException when it is not; then nothing may be overwritten
    public static void copy(List<Path> files, Path folder, Path copy) throws IOException {
        for (var file : files) {
            var target = copy.resolve(folder.relativize(file));
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
            if (Files.mismatch(file, target) >= 0) {
                throw new IOException(
                        "%s is not what %s is, which it was copied from; nothing was changed: try again"
                                .formatted(target, file));
            }
        }
    }

    /// Deletes a folder with all that is in it. Of a link it deletes the link, and nothing behind it.
    public static void delete(Path folder) throws IOException {
        // another process may be at it, too
        for (var path : below(folder).reversed()) Files.deleteIfExists(path);
    }
}

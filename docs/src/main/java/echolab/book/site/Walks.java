package echolab.book.site;

import echolab.walk.Recording;
import echolab.walk.WalkPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The recordings in `docs/walks`, a page each: `walk-step02-one-echo.html`. Whose code has changed since says so.
final class Walks {

    private static final String CHANGED =
            "The code of this step has changed since, and the page shows it as it was: ./lab walk records it anew.";

    private Walks() {}

    static void write(Path root, Path book) throws IOException {
        try (var recordings = Files.newDirectoryStream(root.resolve("docs/walks"), "*.json")) {
            for (var file : recordings) {
                var recording = Recording.read(file);
                var note = recording.isOfThisCode(root) ? "" : CHANGED;
                var name = file.getFileName().toString().replace(".json", ".html");
                Files.writeString(book.resolve("walk-" + name), WalkPage.html(recording, note));
            }
        }
    }
}

package echolab.book.run;

import echolab.bench.machine.Machine;
import echolab.book.Chapters;
import echolab.book.source.History;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// Keeps what the commands of the chapters print, in `chapters/captured/`.
///
/// @param root of the clone
/// @param out is told of each file
public record Capture(Path root, PrintWriter out) {

    /// @param names of chapters, without `.adoc`; none means all
    public void run(List<String> names) throws IOException {
        var chapters = Chapters.files(root);
        var known = chapters.stream().map(Chapters::nameOf).toList();
        for (var name : names) {
            if (!known.contains(name)) {
                throw new IOException(
                        "there is no chapter %s; there are %s"
                                .formatted(name, String.join(", ", known)));
            }
        }
        for (var chapter : chapters) {
            var name = Chapters.nameOf(chapter);
            if (names.isEmpty() || names.contains(name)) {
                capture(chapter);
            }
        }
    }

    private void capture(Path chapter) throws IOException {
        var commit = new History(root).commit().orElse("");
        var today = LocalDate.now(ZoneOffset.UTC).toString();
        for (var shown : Typed.type(root, chapter, true).entrySet()) {
            var block = shown.getKey();
            var file =
                    Transcript.file(
                            root.resolve("chapters"), Chapters.nameOf(chapter), block.name());
            new Transcript(commit, today, machine(), shown.getValue()).write(file);
            keepPicture(block, file.resolveSibling(block.name() + ".svg"));
            out.println("captured " + root.relativize(file));
            out.flush();
        }
    }

    private void keepPicture(RunBlock block, Path file) throws IOException {
        var drawn = RunBlock.picture(block.commands());
        if (drawn.isPresent()) {
            Files.copy(root.resolve(drawn.get()), file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String machine() {
        var here = Machine.here();
        return "%s, %s cores; %s; Java %s"
                .formatted(here.cpu(), here.cores(), here.kernel(), Runtime.version());
    }
}

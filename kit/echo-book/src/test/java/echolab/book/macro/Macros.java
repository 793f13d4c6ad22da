package echolab.book.macro;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.Options;
import org.asciidoctor.SafeMode;

/// Asciidoctor with our macros, as the build has it. Starting it takes seconds, so a test class has one.
final class Macros implements AutoCloseable {

    private final Asciidoctor asciidoctor = Asciidoctor.Factory.create();

    /// @param folder where the chapter and the page are written
    /// @param root of the clone, as the macros see it
    /// @param said gets what Asciidoctor has to say, each with file and line
    /// @return the page
    String convert(Path folder, Path root, String text, List<String> said) throws IOException {
        var chapter = Files.writeString(folder.resolve("chapter.adoc"), text);
        asciidoctor.registerLogHandler(record ->
                said.add(
                        "%s:%d: %s"
                                .formatted(
                                        record.getCursor().getPath(),
                                        record.getCursor().getLineNumber(),
                                        record.getMessage())));
        var attributes =
                Attributes.builder()
                        .attribute("root", root.toString())
                        .attribute("pictures", folder.resolve("pictures").toString())
                        .build();
        asciidoctor.convertFile(
                chapter.toFile(),
                Options.builder()
                        .attributes(attributes)
                        .backend("html5")
                        .safe(SafeMode.UNSAFE)
                        .sourcemap(true)
                        .toFile(folder.resolve("chapter.html").toFile())
                        .build());
        return Files.readString(folder.resolve("chapter.html"));
    }

    /// What a reader reads of a page.
    static String text(String html) {
        return html.replaceAll("(?s)<style>.*?</style>|<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    @Override
    public void close() {
        asciidoctor.close();
    }
}

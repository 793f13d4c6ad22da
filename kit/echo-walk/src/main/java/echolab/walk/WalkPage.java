package echolab.walk;

import echolab.svg.Svg;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// A recording as one page that needs no network: the code with the line that runs, the threads, the bytes in the kernel, the values,
/// and a way to go through all of it in both directions.
public final class WalkPage {

    private WalkPage() {}

    public static String html(Recording recording) {
        return html(recording, "");
    }

    /// @param note what else has to be known, such as that the code has changed
    public static String html(Recording recording, String note) {
        return resource("walk.html")
                .replace("{css}", resource("walk.css"))
                .replace("{script}", resource("walk.js"))
                .replace("{title}", Svg.escape(recording.server() + ": " + recording.title()))
                .replace("{about}", Svg.escape((recording.about() + " " + note).strip()))
                .replace("{json}", recording.json().replace("</", "<\\/"));
    }

    private static String resource(String name) {
        try (var in = WalkPage.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + " from our own jar", e);
        }
    }
}

package echolab.walk;

import echolab.process.Resource;
import echolab.svg.Svg;

/// A recording as one page that needs no network: the code with the line that runs, the threads, the bytes in the kernel, the values,
/// and a way to go through all of it in both directions.
public final class WalkPage {

    private WalkPage() {}

    public static String html(Recording recording) {
        return html(recording, "");
    }

    /// Two walks side by side.
    ///
    /// @param yours address of the one to the left, with the step that it begins at
    public static String beside(String title, String yours, String ours) {
        return Resource.text(WalkPage.class, "beside.html")
                .replace("{title}", Svg.escape(title))
                .replace("{yours}", Svg.escape(yours))
                .replace("{ours}", Svg.escape(ours));
    }

    /// @param note what else has to be known, such as that the code has changed
    public static String html(Recording recording, String note) {
        return Resource.text(WalkPage.class, "walk.html")
                .replace("{css}", Resource.text(WalkPage.class, "walk.css"))
                .replace("{script}", Resource.text(WalkPage.class, "walk.js"))
                .replace("{title}", Svg.escape(recording.server() + ": " + recording.title()))
                .replace("{about}", Svg.escape((recording.about() + " " + note).strip()))
                .replace("{json}", recording.json().replace("</", "<\\/"));
    }
}

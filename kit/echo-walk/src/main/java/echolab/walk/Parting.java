package echolab.walk;

import echolab.walk.Recording.Step;
import java.util.ArrayList;
import java.util.List;

/// Where two servers in the same scene part: up to there both went through the same methods, and made the same system calls. Lines are not
/// compared, since the same can be written in many ways.
///
/// @param step of the first recording, the last that is the same; the very last when they do the same to the end
/// @param otherStep of the second recording
/// @param next what the first does then
/// @param otherNext what the second does then
public record Parting(int step, int otherStep, String next, String otherNext) {

    private static final String END = "comes to the end of the recording";

    /// Something that a server does, until this step.
    private record Deed(int step, String what) {}

    public static Parting of(Recording one, Recording other) {
        var first = deeds(one);
        var second = deeds(other);
        var at = 0;
        while (at < Math.max(first.size(), second.size())
                && what(first, at).equals(what(second, at))) {
            at++;
        }
        return new Parting(
                first.get(Math.max(0, at - 1)).step,
                second.get(Math.max(0, at - 1)).step,
                what(first, at),
                what(second, at));
    }

    public boolean isAtTheEnd() {
        return next.equals(otherNext);
    }

    private static String what(List<Deed> deeds, int at) {
        return at < deeds.size() ? deeds.get(at).what : END;
    }

    private static List<Deed> deeds(Recording recording) {
        var deeds = new ArrayList<Deed>();
        var place = "";
        for (var number = 0; number < recording.steps().size(); number++) {
            var step = recording.steps().get(number);
            var here = place(recording, step);
            var what = here.equals(place) ? deeds.removeLast().what : here;
            deeds.add(new Deed(number, what));
            for (var call : step.calls()) {
                deeds.add(new Deed(number, "calls " + call));
            }
            place = here;
        }
        return deeds;
    }

    private static String place(Recording recording, Step step) {
        return step.thread() < 0
                ? "comes to rest, and " + step.client()
                : "runs %s on %s"
                        .formatted(
                                recording.frames().get(step.frame()).method(),
                                recording.threads().get(step.thread()));
    }
}

package echolab.walk;

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

    /// Something that a server does, until this step.
    private record Deed(int step, String what) {}

    public static Parting of(Recording one, Recording other) {
        var first = deeds(one);
        var second = deeds(other);
        var at = 0;
        while (at < first.size() - 1 && first.get(at).what.equals(second.get(at).what)) {
            at++;
        }
        var same = Math.max(0, at - 1);
        return new Parting(
                first.get(same).step,
                second.get(same).step,
                first.get(at).what,
                second.get(at).what);
    }

    public boolean isAtTheEnd() {
        return next.equals(otherNext);
    }

    private static List<Deed> deeds(Recording recording) {
        var deeds = new ArrayList<Deed>();
        var before = "";
        for (var step = 0; step < recording.steps().size(); step++) {
            var here = recording.deed(step);
            deeds.add(new Deed(step, here.equals(before) ? deeds.removeLast().what : here));
            for (var call : recording.steps().get(step).calls()) {
                deeds.add(new Deed(step, "calls " + call));
            }
            before = here;
        }
        deeds.add(new Deed(recording.steps().size() - 1, "comes to the end of the recording"));
        return deeds;
    }
}

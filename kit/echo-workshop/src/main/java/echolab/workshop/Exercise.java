package echolab.workshop;

import java.util.List;
import java.util.Optional;

/// A method that is yours to write, the tests that prove it, and what helps. Most are of a step's server; some stand beside
/// it, among its tests: what is to be written there is a test itself, or something that the server does not need. An exercise is read
/// from a file in `exercises/` by [ExerciseFile], whose documentation shows the format.
///
/// @param number its number, for example 2.3
/// @param title a few words
/// @param step the folder of the step, for example `step02-nio-selector`
/// @param source the file that holds the method, below the step's folder
/// @param tag the AsciiDoc tag around the method
/// @param method where the step has no such tag, the first line of the method's signature; what is handed out has the tag
/// @param todo what the method must do, a few words, for the `Todo` that stands in its place
/// @param tests the simple names of the test classes that prove it; all of them run at once, each in a JVM of its own
/// @param level how hard it is: 1 to 3
/// @param minutes how long it takes
/// @param bug for *find the bug*: the file in `exercises/wrong/` whose wrong answer stands in place of a `Todo`
/// @param text the question and the task, AsciiDoc
/// @param hints three, from question to shape; of the last exercise of a step two, and the shape is the reader's
/// @param lesson what it taught, in one sentence
/// @param goFurther what to try next
public record Exercise(
        ExerciseNumber number,
        String title,
        String step,
        String source,
        String tag,
        Optional<String> method,
        String todo,
        List<String> tests,
        int level,
        int minutes,
        Optional<String> bug,
        String text,
        List<Hint> hints,
        String lesson,
        String goFurther) {

    /// Number and title, as in `2.3 Write what the kernel takes`.
    public String name() {
        return number + " " + title;
    }

    /// Whether it is no part of the server: it stands among the step's tests.
    public boolean isBeside() {
        return source.startsWith("src/test/");
    }

    /// Whether the server runs, more or less, before this is solved. No other exercise builds on it then.
    public boolean canBeLeftOut() {
        return isBeside() || source.contains("/examples/") || bug.isPresent();
    }
}

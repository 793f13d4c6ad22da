package echolab.workshop;

import java.util.List;
import java.util.Optional;

/// A method of a step that is yours to write, the tests that prove it, and what helps. It is read from a file in
/// `exercises/` by [ExerciseFile], whose documentation shows the format.
///
/// @param number its number, for example 2.3
/// @param title a few words
/// @param step the folder of the step, for example `step02-nio-selector`
/// @param source the file that holds the method, below the step's folder
/// @param tag the AsciiDoc tag around the method
/// @param todo what the method must do, a few words, for the `Todo` that stands in its place
/// @param tests the simple names of the test classes that prove it
/// @param minutes how long it takes
/// @param bug for *find the bug*: the file in `exercises/wrong/` whose wrong answer stands in place of a `Todo`
/// @param text the question and the task, AsciiDoc
/// @param hints three, from question to shape
/// @param lesson what it taught, in one sentence
/// @param goFurther what to try next
public record Exercise(
        ExerciseNumber number,
        String title,
        String step,
        String source,
        String tag,
        String todo,
        List<String> tests,
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
}

package echolab.workshop.folder;

import echolab.workshop.WrongAnswer;
import java.util.List;

/// The form in which the method of an exercise stands in a skeleton.
public sealed interface Form {

    /// As the participant finds it: a `Todo`, or the bug to be found.
    record Unsolved() implements Form {}

    /// As the step has it.
    record Solved() implements Form {}

    /// With a mistake in it.
    record Mistaken(WrongAnswer answer) implements Form {}

    /// With another body; of an exercise that is more than a method, with all of it.
    record Written(List<String> body) implements Form {}
}

package echolab.workshop.check;

import echolab.workshop.Exercise;
import echolab.workshop.Todo;
import echolab.workshop.run.Compilation.Problem;
import echolab.workshop.run.TestResult;
import echolab.workshop.run.TestResult.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What came of checking an exercise.
///
/// @param exercise which
/// @param problems what the compiler refused; empty when it compiled
/// @param results of its tests, in their order; empty when it did not compile
/// @param asGiven whether the method stands there as it was handed out
/// @param blamed the exercise whose code went wrong, as far as that can be told
/// @param line where its method begins in the participant's source, 0 when that is not known
public record Checked(
        Exercise exercise,
        List<Problem> problems,
        List<TestResult> results,
        boolean asGiven,
        Optional<Exercise> blamed,
        int line) {

    public boolean isSolved() {
        return problems.isEmpty()
                && !results.isEmpty()
                && results.stream().allMatch(TestResult::passed);
    }

    /// Another exercise, in whose code it went wrong.
    Optional<Exercise> blamesAnother() {
        return blamed.filter(other -> !other.equals(exercise));
    }

    /// Nothing was written yet: the method is as it was handed out, or still has its `Todo`.
    public boolean isUntouched() {
        return asGiven || ownTodo().isPresent();
    }

    /// How far an exercise is.
    public enum State {
        SOLVED,
        DOES_NOT_COMPILE,
        UNTOUCHED,
        BEGUN
    }

    public State state() {
        if (isSolved()) {
            return State.SOLVED;
        }
        if (!problems.isEmpty()) {
            return State.DOES_NOT_COMPILE;
        }
        return isUntouched() ? State.UNTOUCHED : State.BEGUN;
    }

    /// The first test that ran into the `Todo` of this exercise.
    Optional<TestResult> ownTodo() {
        return todos().filter(this::isOwn).findFirst();
    }

    /// The first test that ran into the `Todo` of another exercise, an earlier one that this builds on.
    Optional<TestResult> earlierTodo() {
        return todos().filter(result -> !isOwn(result)).findFirst();
    }

    private boolean isOwn(TestResult todo) {
        return Todo.numberIn(todo.message()).equals(exercise.number().toString());
    }

    private Stream<TestResult> todos() {
        return results.stream().filter(result -> result.outcome() == Outcome.TODO);
    }
}

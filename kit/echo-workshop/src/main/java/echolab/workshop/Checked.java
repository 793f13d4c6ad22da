package echolab.workshop;

import echolab.workshop.run.Compilation.Problem;
import echolab.workshop.run.TestResult;
import echolab.workshop.run.TestResult.Outcome;
import java.util.List;

/// What came of checking an exercise?
///
/// @param exercise which
/// @param problems what the compiler refused; empty when it compiled
/// @param results of its tests, in their order; empty when it did not compile
/// @param asGiven whether the method stands there as it was handed out
/// @param line where its method begins in the participant's source, 0 when that is not known
public record Checked(
        Exercise exercise,
        List<Problem> problems,
        List<TestResult> results,
        boolean asGiven,
        int line) {

    public boolean isSolved() {
        return problems.isEmpty()
                && !results.isEmpty()
                && results.stream().allMatch(result -> result.outcome() == Outcome.PASSED);
    }

    /// Nothing was written yet.
    public boolean isUntouched() {
        return results.stream()
                .anyMatch(result ->
                        result.outcome() == Outcome.TODO
                                && result.message()
                                        .startsWith("exercise " + exercise.number() + " "));
    }
}

package echolab.contract;

import java.time.Duration;

/// What came of one case.
///
/// @param name the case, as a sentence
/// @param seen what was seen when it is broken, why when it is not applicable, else empty
/// @param took how long it took
public record CaseResult(String name, Outcome outcome, String seen, Duration took) {

    /// How a case can end.
    public enum Outcome {
        KEPT("@|green ✔|@"),
        BROKEN("@|bold,red ✘|@"),
        NOT_APPLICABLE("@|yellow –|@");

        private final String mark;

        Outcome(String mark) {
            this.mark = mark;
        }

        /// One character for a table, in picocli's markup for colours.
        String styledMark() {
            return mark;
        }
    }
}

package echolab.workshop.run;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What came of one test.
///
/// @param test its display name, a sentence
/// @param outcome what came of it
/// @param message what it says; empty when it passed
/// @param places where in our code it was thrown, innermost first, as `Connection.java:93`
/// @param printed what it printed and logged
public record TestResult(
        String test, Outcome outcome, String message, List<String> places, String printed) {

    public enum Outcome {
        PASSED,
        FAILED,
        /// The code has a `Todo` still, whatever else went wrong because of it.
        TODO,
        /// It did not end by itself.
        HUNG
    }

    public boolean passed() {
        return outcome == Outcome.PASSED;
    }

    /// One line, for the way from one JVM to another.
    String encoded() {
        return Stream.of(test, outcome.name(), message, String.join("\n", places), printed)
                .map(field -> URLEncoder.encode(field, StandardCharsets.UTF_8))
                .collect(Collectors.joining(","));
    }

    static TestResult decoded(String line) {
        var fields =
                Stream.of(line.split(",", -1))
                        .map(field -> URLDecoder.decode(field, StandardCharsets.UTF_8))
                        .toList();
        return new TestResult(
                fields.get(0),
                Outcome.valueOf(fields.get(1)),
                fields.get(2),
                fields.get(3).lines().toList(),
                fields.get(4));
    }
}

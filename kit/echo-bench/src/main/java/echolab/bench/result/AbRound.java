package echolab.bench.result;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// One `ab` against one server.
///
/// @param round 1 for the first
/// @param position in the order of the round, 1 for the first
/// @param output the figures of what ab printed
/// @param printed all of it; empty in files of before it was kept
/// @param serverCpuNanos of the server's process meanwhile, in steps of 10 ms; of all its threads, also those that ended
/// @param abCpuNanos of ab, in steps of 10 ms
/// @param abWallNanos from ab's start to its end: longer than its tests, since it connects to nothing before and sorts after
public record AbRound(
        int round,
        int position,
        AbOutput output,
        Optional<String> printed,
        OptionalLong serverCpuNanos,
        OptionalLong abCpuNanos,
        long abWallNanos) {

    /// A figure of ab's table *Connection Times*, in milliseconds.
    ///
    /// @param line its first word: `Connect`, `Processing`, `Waiting` or `Total`
    /// @param column 1 to 5: the least, the mean, the standard deviation, the median and the greatest
    public OptionalDouble connectionTime(String line, int column) {
        var figures = Pattern.compile("(?m)^" + line + ":" + " +([\\d.]+)".repeat(5));
        return printed.stream()
                .flatMap(text -> figures.matcher(text).results())
                .mapToDouble(found -> Double.parseDouble(found.group(column)))
                .findFirst();
    }
}

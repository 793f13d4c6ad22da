package echolab.bench.result;

import java.io.IOException;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What ApacheBench printed, with its own words for each figure. Source: `ab(1)`, and what ab 2.3 of Apache 2.4 prints.
///
/// An echo server is no HTTP server, and ab does not mind:
///
/// - ab sends `GET / HTTP/1.0` and gets that back. It looks for a status code where a response would have one, finds
///   none that begins with a 2, and counts the echo under *Non-2xx responses*. That is not a failure to it.
/// - It reads a response up to the blank line, which is where its own request ends. There is no `Content-Length`, so no
///   body follows, and *Document Length* is 0 bytes.
/// - It sent `Connection: Keep-Alive`, finds those words in the echo, and goes on using the connection. Without `-k` it would
///   wait for the server to close, which an echo server does not: ab gives up after its timeout.
/// - A connection that the server closes without an answer is a *complete* request to it, and not a failed one; nor does it
///   compare what came back. What it did not get shows in [#unanswered()].
///
/// @param seconds Time taken for tests
/// @param complete Complete requests
/// @param failed Failed requests
/// @param non2xx Non-2xx responses
/// @param keepAlive Keep-Alive requests
/// @param transferredBytes Total transferred
/// @param requestsPerSecond Requests per second (mean)
/// @param millisPerRequest Time per request (mean): from one client's side
/// @param millisAcrossAll Time per request (mean, across all concurrent requests)
/// @param kibytesPerSecond Transfer rate, which ab calls Kbytes/sec; it divides by 1,024
/// @param percentileMillis Percentage of the requests served within a certain time, ms
public record AbOutput(
        double seconds,
        long complete,
        long failed,
        long non2xx,
        long keepAlive,
        long transferredBytes,
        double requestsPerSecond,
        double millisPerRequest,
        double millisAcrossAll,
        double kibytesPerSecond,
        Map<Integer, Long> percentileMillis) {

    private static final Pattern PERCENTILE = Pattern.compile("(?m)^ *(\\d+)% +(\\d+)");

    /// @throws IOException when a line is missing that ab always prints; names it
    public static AbOutput parse(String text) throws IOException {
        return new AbOutput(
                figure(text, "Time taken for tests:", ""),
                (long) figure(text, "Complete requests:", ""),
                (long) figure(text, "Failed requests:", ""),
                (long) figureOr0(text, "Non-2xx responses:"),
                (long) figureOr0(text, "Keep-Alive requests:"),
                (long) figure(text, "Total transferred:", ""),
                figure(text, "Requests per second:", ""),
                figure(text, "Time per request:", "\\[ms] \\(mean\\)"),
                figure(text, "Time per request:", "\\[ms] \\(mean, across"),
                figure(text, "Transfer rate:", ""),
                percentiles(text));
    }

    /// Requests that ab calls complete and that no echo came back for.
    public long unanswered() {
        return complete - non2xx;
    }

    private static Map<Integer, Long> percentiles(String text) {
        var all = new TreeMap<Integer, Long>();
        PERCENTILE
                .matcher(text)
                .results()
                .forEach(line ->
                        all.put(Integer.valueOf(line.group(1)), Long.valueOf(line.group(2))));
        return all;
    }

    private static double figure(String text, String name, String unit) throws IOException {
        return find(text, name, unit)
                .orElseThrow(() -> new IOException("ab printed no line \"" + name + "\""));
    }

    /// Some lines ab prints only when they are not 0.
    private static double figureOr0(String text, String name) {
        return find(text, name, "").orElse(0);
    }

    private static OptionalDouble find(String text, String name, String unit) {
        var line = Pattern.compile("(?m)^" + Pattern.quote(name) + " +([\\d.]+) *" + unit);
        var found = line.matcher(text).results();
        return found.mapToDouble(match -> Double.parseDouble(match.group(1))).findFirst();
    }
}

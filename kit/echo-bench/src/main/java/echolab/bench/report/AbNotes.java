package echolab.bench.report;

import echolab.bench.result.AbResult;
import echolab.bench.result.AbSummary;
import echolab.bench.result.AbTarget;
import echolab.process.Digits;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What must be known to read ApacheBench's figures of an echo server; [echolab.bench.result.AbOutput] has the facts behind them.
final class AbNotes {

    private AbNotes() {}

    static List<String> of(AbResult result) {
        var notes = new ArrayList<String>();
        notes.add(rounds(result));
        bottleneck(result, notes);
        unanswered(result, notes);
        notes.add(
                "Non-2xx responses are the echoes: ab gets its own request back, finds no status code of 200 in it, and does not call that a failure.");
        notes.add(
                "The echo brings \"Connection: Keep-Alive\" back, so ab goes on using the connection, and has no Content-Length, so to ab it ends where its own request does, at the blank line. Without -k ab would wait for the server to close, which an echo server does not.");
        notes.add(
                "min to max are ab's Connection Times of a request, in ms; connect is what connecting took of them in the mean, and the max behind it at most.");
        notes.add(
                "ab compares no byte, and calls a request complete whose connection was closed unanswered: 0 failed is not yet 0 lost, which \"lost\" counts.");
        notes.add(
                result.unpinned()
                        .orElseGet(() ->
                                "Servers on CPU %s, ab on CPU %s. CPU times are from /proc and the shell, in steps of 10 ms; ab itself shows none."
                                        .formatted(
                                                result.serverCpu().orElse(-1),
                                                result.abCpu().orElse(-1))));
        return notes;
    }

    private static String rounds(AbResult result) {
        var aRound = result.requests() / result.rounds();
        if (result.warmUpRequests() == 0) {
            return Digits.in(
                    "As published: ab -n %d -c %d -k against each server, %s, each started just before and not warmed.",
                    aRound,
                    result.concurrency(),
                    result.rounds() == 1 ? "once" : "in " + result.rounds() + " rounds");
        }
        return Digits.in(
                "A round is ab -n %d -c %d -k against each server in turn, one process at a time, after runs of %,d requests in all to warm it; shown are medians over %d rounds.",
                aRound, result.concurrency(), result.warmUpRequests(), result.rounds());
    }

    private static void bottleneck(AbResult result, List<String> notes) {
        var bound =
                result.targets().stream()
                        .filter(AbTarget::clientBound)
                        .map(AbTarget::name)
                        .collect(Collectors.joining(", "));
        if (!bound.isEmpty()) {
            notes.add(
                    "ab was the bottleneck for %s: it used at least 95 %% of its CPU, so these requests per second are its limit and tell these servers not apart. CPU per request does."
                            .formatted(bound));
        }
    }

    private static void unanswered(AbResult result, List<String> notes) {
        for (var target : result.targets()) {
            var lost = target.summary().map(AbSummary::unanswered).orElse(0L);
            if (lost > 0) {
                var said = "%s lost %,d requests: their connections were closed unanswered.";
                notes.add(Digits.in(said, target.name(), lost));
            }
        }
    }
}

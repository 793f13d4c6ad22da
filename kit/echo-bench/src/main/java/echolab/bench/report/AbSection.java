package echolab.bench.report;

import static echolab.table.Table.figures;
import static echolab.table.Table.words;

import echolab.bench.chart.Charts;
import echolab.bench.report.Section.Drawing;
import echolab.bench.result.AbResult;
import echolab.bench.result.AbRound;
import echolab.bench.result.AbSummary;
import echolab.bench.result.AbTarget;
import echolab.process.Digits;
import echolab.table.Cell;
import echolab.table.Table;
import echolab.table.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What ApacheBench printed, its lines as columns; then who of the two could do no more, which it does not print.
final class AbSection {

    private AbSection() {}

    static Section of(AbResult result) {
        return Section.of(
                        Digits.in(
                                "%s: %,d requests to each server, %,d at a time",
                                result.abVersion(), result.requests(), result.concurrency()),
                        List.of(
                                new Drawing(
                                        "Requests per second", Charts.requests(result.targets())),
                                new Drawing(
                                        "CPU of the server per request, µs: what ab does not show",
                                        Charts.requestCpu(result.targets()))),
                        List.of(
                                rates(result),
                                percentiles(result),
                                connectionTimes(result),
                                cpu(result)),
                        sentences(result))
                .measured(result.partial(), result.targets());
    }

    private static Table<AbTarget> rates(AbResult result) {
        return table(
                result,
                "What ab printed",
                Stream.of(
                        figures("requests/s", seen(s -> Cells.of(s.requestsPerSecond(), 0))),
                        median("ms each", s -> s.millisPerRequest().median(), 2),
                        median("of all", s -> s.millisAcrossAll().median(), 4),
                        median("KiB/s", s -> s.kibytesPerSecond().median(), 0),
                        median("failed", s -> (double) s.failed(), 0),
                        median("lost", s -> (double) s.unanswered(), 0)));
    }

    private static Table<AbTarget> percentiles(AbResult result) {
        return table(
                result,
                "Within how many ms so many requests were served",
                Stream.of(50, 66, 75, 80, 90, 95, 98, 99, 100)
                        .map(percent ->
                                figures(
                                        percent + "%",
                                        seen(s -> within(s.percentileMillis().get(percent))))));
    }

    private static Table<AbTarget> connectionTimes(AbResult result) {
        return table(
                result,
                "Connection times in ms, of a request and of connecting, and the run in s",
                Stream.of(
                        rounds("min", r -> r.connectionTime("Total", 1), 0),
                        rounds("mean", r -> r.connectionTime("Total", 2), 0),
                        rounds("+/-sd", r -> r.connectionTime("Total", 3), 1),
                        rounds("median", r -> r.connectionTime("Total", 4), 0),
                        rounds("max", r -> r.connectionTime("Total", 5), 0),
                        rounds("connect", r -> r.connectionTime("Connect", 2), 0),
                        rounds("max", r -> r.connectionTime("Connect", 5), 0),
                        rounds("took s", r -> OptionalDouble.of(r.output().seconds()), 1)));
    }

    private static Table<AbTarget> cpu(AbResult result) {
        return table(
                result,
                "The CPU per request, and who could do no more",
                Stream.of(
                        figures("CPU µs", seen(s -> Cells.of(s.serverMicros(), 2))),
                        figures("ab's µs", seen(s -> Cell.of(s.abMicros(), 2))),
                        figures("busy", seen(s -> percent(s.serverBusy()))),
                        figures("ab busy", seen(s -> percent(s.abBusy()))),
                        words("bound by", t -> Cells.boundBy(t, "ab")),
                        median("non-2xx", s -> (double) s.non2xx(), 0)));
    }

    private static Table<AbTarget> table(
            AbResult result, String title, Stream<Column<AbTarget>> figures) {
        var columns = new ArrayList<Column<AbTarget>>();
        columns.add(words("server", t -> Cell.of(t.name())));
        figures.forEach(columns::add);
        return new Table<>(title, columns, result.targets());
    }

    private static Column<AbTarget> median(
            String head, Function<AbSummary, Double> figure, int places) {
        return figures(head, seen(s -> Cell.of(figure.apply(s), places)));
    }

    private static Column<AbTarget> rounds(
            String head, Function<AbRound, OptionalDouble> figure, int places) {
        return figures(head, target -> Cell.of(target.median(figure), places));
    }

    private static Function<AbTarget, Cell> seen(Function<AbSummary, Cell> of) {
        return target -> target.summary().map(of).orElse(Cell.NONE);
    }

    private static Cell within(Double millis) {
        return millis == null ? Cell.NONE : Cell.of(millis, 0);
    }

    private static Cell percent(OptionalDouble share) {
        return share.isPresent()
                ? Cell.of(Digits.in("%.0f %%", share.getAsDouble() * 100))
                : Cell.NONE;
    }

    /// What must be known to read ApacheBench's figures of an echo server; [echolab.bench.result.AbOutput] has the facts behind them.
    private static List<String> sentences(AbResult result) {
        var notes = new ArrayList<String>();
        notes.add(howItRan(result));
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

    private static String howItRan(AbResult result) {
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

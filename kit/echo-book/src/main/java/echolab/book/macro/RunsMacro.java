package echolab.book.macro;

import echolab.bench.result.AbResult;
import echolab.bench.result.BenchResult;
import echolab.bench.result.ContractResult;
import echolab.bench.result.MeasuredServer;
import echolab.bench.result.RateResult;
import echolab.bench.result.RatioInterval;
import echolab.bench.result.RunResult;
import echolab.bench.result.SavedResult;
import echolab.book.figure.Age;
import echolab.book.figure.Result;
import echolab.book.source.History;
import echolab.book.source.History.Since;
import echolab.book.source.Sources;
import echolab.process.Digits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.asciidoctor.extension.Name;

/// The record of every benchmark run that the book has figures from: `runs::all[]`, a section a file of `docs/results`.
@Name("runs")
public final class RunsMacro extends LinesMacro {

    @Override
    List<String> lines(Asked asked) {
        var root = asked.root();
        var lines = new ArrayList<String>();
        if (new History(root).isShallow()) {
            lines.add(
                    "[.stale]#*# This clone has no history, so it cannot tell which figures and outputs of this book are older than its code, and marks none. `git fetch --unshallow` brings the history.");
            lines.add("");
        }
        Sources.in(Result.folder(root), "*.json").stream()
                .map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
                .sorted()
                .forEach(name -> lines.addAll(record(root, Result.read(root, name))));
        return lines;
    }

    private static List<String> record(Path root, Result result) {
        var saved = result.saved();
        var machine = saved.machine();
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("date", saved.date()));
        rows.add(List.of("machine", "%s, %s cores".formatted(machine.cpu(), machine.cores())));
        rows.add(List.of("system", machine.kernel()));
        rows.add(List.of("JDK", machine.jdk()));
        rows.add(List.of("code", commit(result)));
        var runs = runs(saved);
        if (!runs.isEmpty()) {
            var flags = saved.jvmFlags().stream().map(flag -> "`" + flag + "`");
            rows.add(List.of("flags", flags.collect(Collectors.joining(" "))));
            rows.add(List.of("runs", String.join(" +\n", runs)));
            rows.add(List.of("changed since", changed(root, result)));
        }
        var options =
                "[#run-%s.run-record%%unbreakable,cols=\"1,4\",frame=none,grid=rows]"
                        .formatted(result.name());
        var title = ".Run _%s_".formatted(result.name());
        return AsciiDocTable.typed(List.of(options, title), rows);
    }

    private static List<String> runs(SavedResult saved) {
        return switch (saved) {
            case AbResult ab -> List.of(rounds(ab));
            case BenchResult bench -> bench.runs().stream().map(RunsMacro::run).toList();
            case ContractResult _, RateResult _ -> List.of();
        };
    }

    private static String commit(Result result) {
        return result.commit().isEmpty()
                ? "no git commit"
                : "commit `%s`%s"
                        .formatted(result.commit(), result.dirty() ? ", with files changed" : "");
    }

    private static String run(RunResult run) {
        var rate = run.ratePerSecond();
        return Digits.in(
                "%,d %s%s: %d of %d cycles, two copies %s",
                run.connections(),
                run.connections() == 1 ? "connection" : "connections",
                rate.isPresent() ? Digits.in(", %,d messages per second", rate.getAsInt()) : "",
                run.cyclesDone(),
                run.cyclesPlanned(),
                run.check().map(RatioInterval::words).orElse("unknown"));
    }

    private static String rounds(AbResult ab) {
        return Digits.in(
                "%s, %,d requests on %,d connections: %d rounds, in each %,d requests before, to warm the server",
                ab.abVersion(), ab.requests(), ab.concurrency(), ab.rounds(), ab.warmUpRequests());
    }

    private static String changed(Path root, Result result) {
        var age = new Age(root);
        var changed =
                result.saved().targets().stream()
                        .map(MeasuredServer::name)
                        .distinct()
                        .filter(name -> age.of(result, name) != Since.UNCHANGED)
                        .collect(Collectors.joining(", "));
        return changed.isEmpty() ? new History(root).isShallow() ? "unknown" : "nothing" : changed;
    }
}

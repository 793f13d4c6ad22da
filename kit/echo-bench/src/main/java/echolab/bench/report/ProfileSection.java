package echolab.bench.report;

import static echolab.table.Table.bars;
import static echolab.table.Table.words;

import echolab.bench.chart.FlameGraph;
import echolab.bench.report.Section.Drawing;
import echolab.bench.result.CallTree.Frame;
import echolab.bench.result.CallTree.Layer;
import echolab.bench.result.Profile;
import echolab.process.Digits;
import echolab.table.Cell;
import echolab.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where the CPU of a server went.
final class ProfileSection {

    private static final int ROWS = 15;
    private static final Map<Layer, String> WORDS =
            Map.of(Layer.JAVA, "", Layer.NATIVE, "native", Layer.KERNEL, "kernel");

    private ProfileSection() {}

    static Section of(Profile profile) {
        var title =
                Digits.in(
                        "%s under load: %,d connections, %,d echoes, %.1f s of CPU",
                        profile.server(),
                        profile.connections(),
                        profile.echoes(),
                        profile.cpu().toNanos() / 1e9);
        var graph = new Drawing("Stacks by CPU time", graph(profile));
        return Section.of(title, List.of(graph), List.of(table(profile)), sentences(profile));
    }

    private static Optional<String> graph(Profile profile) {
        return profile.stacks().samples() == 0
                ? Optional.empty()
                : Optional.of(FlameGraph.of(profile.stacks(), "Stacks of " + profile.server()));
    }

    private static Table<Map.Entry<Frame, Long>> table(Profile profile) {
        var all = profile.stacks().samples();
        var most =
                profile.stacks().innermost().entrySet().stream()
                        .sorted(Map.Entry.<Frame, Long>comparingByValue().reversed())
                        .filter(row -> row.getValue() > 0)
                        .limit(ROWS)
                        .toList();
        return new Table<>(
                "Innermost functions, % of the samples",
                List.of(
                        words("function", row -> Cell.of(row.getKey().shortened())),
                        bars("% of samples", row -> Cell.of(100.0 * row.getValue() / all, 1)),
                        words("", row -> Cell.of(WORDS.get(row.getKey().layer())))),
                most);
    }

    private static List<String> sentences(Profile profile) {
        var sentences = new ArrayList<String>();
        var stacks = profile.stacks();
        sentences.add(profile.sampler());
        sentences.add(
                Digits.in(
                        "The innermost function was the kernel's in %.0f %% of the samples, native (the JVM's, a library's) in %.0f %%, Java in %.0f %%; they stand for %.1f s of its CPU.",
                        100 * stacks.share(Layer.KERNEL),
                        100 * stacks.share(Layer.NATIVE),
                        100 * stacks.share(Layer.JAVA),
                        profile.sampled().toNanos() / 1e9));
        profile.kernelNanos()
                .ifPresent(nanos ->
                        sentences.add(
                                Digits.in(
                                        "%.0f %% of its CPU was in the kernel, as the kernel counts.",
                                        Math.min(100, 100.0 * nanos / profile.cpu().toNanos()))));
        sentences.add(
                Digits.in(
                        "It allocated about %.1f bytes per echo; the collector paused it %,d times, for %.1f ms together: %.1f ns per echo.",
                        (double) profile.allocatedBytes() / profile.echoes(),
                        profile.pauses(),
                        profile.paused().toNanos() / 1e6,
                        (double) profile.paused().toNanos() / profile.echoes()));
        return sentences;
    }
}

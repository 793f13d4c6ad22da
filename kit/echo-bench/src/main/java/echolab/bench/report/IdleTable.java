package echolab.bench.report;

import echolab.bench.result.IdleResult;
import echolab.bench.result.IdleRound;
import echolab.bench.result.IdleTarget;
import echolab.bench.result.Quartiles;
import echolab.process.Digits;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi;

/// What does an idle connection cost? A table of at most 80 columns, and what is in its figures and what is not.
final class IdleTable {

    private static final int BAR = 8;
    private static final double KIB = 1024;
    private static final double MIB = 1 << 20;
    private static final String NONE = "–";

    private final Ansi ansi;
    private final Section section;

    IdleTable(Ansi ansi) {
        this.ansi = ansi;
        this.section = new Section(ansi);
    }

    String render(IdleResult idle) {
        return Section.of(
                title(idle),
                rows(idle),
                section.failures(idle.targets().stream().map(IdleTarget::failure)),
                Section.sentences(sentences(idle)));
    }

    private String title(IdleResult idle) {
        var text =
                Digits.in(
                        "%,d idle connections, %d of %d rounds, one server at a time",
                        idle.connections(), idle.roundsDone(), idle.roundsPlanned());
        return section.title(text, idle.partial());
    }

    private String rows(IdleResult idle) {
        var head =
                "%-15s %7s %-8s %-13s %8s %7s %7s %7s"
                        .formatted(
                                "",
                                "KiB",
                                "a conn.",
                                " quartiles",
                                "of heap",
                                "MiB at",
                                "MiB at",
                                "threads");
        var second =
                "%-15s %7s %-8s %-13s %8s %7s %7s"
                        .formatted(
                                "", "", "", "", "KiB", "0", Digits.in("%,d", idle.connections()));
        var widest =
                idle.targets().stream()
                        .flatMap(target -> target.residentBytesPerConnection().stream())
                        .mapToDouble(Quartiles::median)
                        .max()
                        .orElse(1);
        return Stream.concat(
                        Stream.of(head, second).map(section::head),
                        idle.targets().stream().map(target -> row(target, widest)))
                .collect(Collectors.joining());
    }

    private String row(IdleTarget target, double widest) {
        if (target.residentBytesPerConnection().isEmpty()) {
            var why = target.failure().isPresent() ? "@|red failed|@" : "not measured";
            return ansi.string("%-15s %7s %s%n".formatted(target.name(), NONE, why));
        }
        var bytes = target.residentBytesPerConnection().get();
        var bar = Bar.pad(Bar.of(bytes.median() / widest, BAR), BAR);
        return "%-15s %7s @|cyan %s|@ %-13s %8s %7s %7s %7s%n"
                .formatted(
                        target.name(),
                        kib(bytes.median()),
                        bar,
                        kib(bytes.q1()) + "–" + kib(bytes.q3()),
                        target.heapBytesPerConnection().map(q -> kib(q.median())).orElse(NONE),
                        mib(median(target.rounds(), round -> round.empty().residentBytes())),
                        mib(median(target.rounds(), round -> round.full().residentBytes())),
                        threads(median(target.rounds(), round -> round.full().threads())))
                .transform(ansi::string);
    }

    /// The same sentences stand in the HTML page.
    static List<String> sentences(IdleResult idle) {
        return List.of(
                Digits.in(
                        "KiB a connection: what the server's process has more in RAM with %,d connections than with none, by their number; medians over the rounds. Each connection has had one message echoed.",
                        idle.connections()),
                "Of heap: live Java objects after a full garbage collection. What a JVM holds beyond them is room for garbage that it does not give back, stacks of threads and native memory.",
                "Memory of the kernel is not in it and comes on top for all: each socket's structures and buffers, and the kernel's stack of each thread.");
    }

    private static OptionalLong median(
            List<IdleRound> rounds, Function<IdleRound, OptionalLong> figure) {
        var figures = rounds.stream().map(figure).flatMapToLong(OptionalLong::stream).toArray();
        return Quartiles.of(Arrays.stream(figures).asDoubleStream().toArray())
                .map(q -> OptionalLong.of(Math.round(q.median())))
                .orElse(OptionalLong.empty());
    }

    private static String kib(double bytes) {
        return RunTable.decimals(bytes / KIB, 2);
    }

    private static String mib(OptionalLong bytes) {
        return bytes.isPresent() ? RunTable.decimals(bytes.getAsLong() / MIB, 1) : NONE;
    }

    private static String threads(OptionalLong threads) {
        return threads.isPresent() ? Digits.in("%,d", threads.getAsLong()) : NONE;
    }
}

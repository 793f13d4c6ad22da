package echolab.trace;

import echolab.process.Digits;
import echolab.table.Cell;
import echolab.table.Table;
import echolab.table.TextTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi;

/// System calls per echo as a table: a row for each call, a column for each server. Calls stand in the order of an echo: wait, watch,
/// read, write, wake; then the rest.
public final class SyscallsTable {

    /// Calls per echo below which a call gets no row of its own: it happens now and then, and not because of an echo.
    private static final double RARE = 0.005;

    /// Calls per echo that are a difference between two servers.
    private static final double DIFFERENT = 0.05;

    private static final String OTHERS = "other";
    private static final String ALL = "all";

    private static final String RING =
            """

            io_uring_enter hands over many reads and writes at once, through memory that the
            program shares with the kernel: they are done, and are no system calls.
            """;

    private SyscallsTable() {}

    public static String render(SyscallsResult result) {
        var text = new StringBuilder();
        text.append(
                Digits.in(
                        "System calls per echo: %,d busy connections, %,d-byte messages, %,d echoes each\n",
                        result.connections(),
                        result.payloadBytes(),
                        (long) result.connections() * result.rounds()));
        var good = result.targets().stream().filter(t -> t.failure().isEmpty()).toList();
        if (!good.isEmpty()) {
            text.append('\n').append(TextTable.of(table(good), Ansi.OFF));
        }
        for (var target : result.targets()) {
            target.failure().ifPresent(why -> text.append("\n✘ %s%n".formatted(why)));
        }
        if (good.stream().anyMatch(target -> target.calls().containsKey("io_uring_enter"))) {
            text.append(RING);
        }
        return good.size() < 2 ? text.toString() : text + "\n" + most(good) + "\n";
    }

    private static Table<String> table(List<Counted> targets) {
        var often =
                targets.stream()
                        .flatMap(target -> target.calls().keySet().stream())
                        .distinct()
                        .filter(name -> targets.stream().anyMatch(t -> t.perEcho(name) >= RARE))
                        .sorted(Comparator.comparing(CallKind::ofName).thenComparing(name -> name))
                        .toList();
        var columns = new ArrayList<>(List.of(Table.words("", (String name) -> Cell.of(name))));
        for (var target : targets) {
            columns.add(
                    Table.figures(
                            target.name(),
                            name ->
                                    switch (name) {
                                        case OTHERS ->
                                                cell(target.perEcho(it -> !often.contains(it)));
                                        case ALL -> cell(target.perEcho());
                                        default -> cell(target.perEcho(name));
                                    }));
        }
        var rows = Stream.concat(often.stream(), Stream.of(OTHERS, ALL)).toList();
        return new Table<>("", columns, rows);
    }

    private static Cell cell(double perEcho) {
        return perEcho <= 0 ? Cell.NONE : perEcho < RARE ? Cell.of("<0.01") : Cell.of(perEcho, 2);
    }

    /// Which server makes the most calls, which the least, and by which calls they differ: by what calls are for, and not by
    /// their names, since `read` in one server is `recvfrom` in another.
    private static String most(List<Counted> targets) {
        var most = targets.stream().max(Comparator.comparingDouble(Counted::perEcho)).orElseThrow();
        var least =
                targets.stream().min(Comparator.comparingDouble(Counted::perEcho)).orElseThrow();
        ToDoubleFunction<CallKind> more = kind -> most.perEcho(kind) - least.perEcho(kind);
        var differences =
                Stream.of(CallKind.values())
                        .filter(kind -> more.applyAsDouble(kind) >= DIFFERENT)
                        .sorted(Comparator.comparingDouble(more).reversed())
                        .map(kind ->
                                Digits.in("%s +%.2f", most.often(kind), more.applyAsDouble(kind)))
                        .collect(Collectors.joining(", "));
        return differences.isEmpty()
                ? "No difference between them shows."
                : Digits.in(
                        "%s makes the most, %.2f per echo; %s the fewest, %.2f.%nWhat the first makes more of: %s",
                        most.name(), most.perEcho(), least.name(), least.perEcho(), differences);
    }
}

package echolab.trace;

import echolab.process.Digits;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// System calls per echo as a table of at most 80 columns: a row for each call, a column for each server, as many servers side by
/// side as fit. Calls stand in the order of an echo: wait, watch, read, write, wake; then the rest.
public final class SyscallsTable {

    private static final int COLUMNS = 80;
    private static final int FIRST = 14;
    private static final int NARROWEST = 11;

    /// Calls per echo below which a call gets no row of its own: it happens now and then, and not because of an echo.
    private static final double RARE = 0.005;

    /// Calls per echo that are a difference between two servers.
    private static final double DIFFERENT = 0.05;

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
        var names = result.targets().stream().mapToInt(target -> target.name().length() + 2);
        var width = Math.max(NARROWEST, names.max().orElse(0));
        var sideBySide = (COLUMNS - FIRST) / width;
        for (var i = 0; i < good.size(); i += sideBySide) {
            text.append('\n');
            block(text, width, good.subList(i, Math.min(good.size(), i + sideBySide)));
        }
        for (var target : result.targets()) {
            target.failure().ifPresent(why -> text.append("\n✘ %s%n".formatted(why)));
        }
        if (good.stream().anyMatch(target -> target.calls().containsKey("io_uring_enter"))) {
            text.append(RING);
        }
        return good.size() < 2 ? text.toString() : text + "\n" + most(good) + "\n";
    }

    private static void block(StringBuilder text, int width, List<Counted> targets) {
        var often =
                targets.stream()
                        .flatMap(target -> target.calls().keySet().stream())
                        .distinct()
                        .filter(name -> targets.stream().anyMatch(t -> t.perEcho(name) >= RARE))
                        .sorted(Comparator.comparing(Kind::ofName).thenComparing(name -> name))
                        .toList();
        var lines = new StringBuilder(line("", width, targets, Counted::name));
        often.forEach(
                name -> lines.append(line(name, width, targets, t -> figure(t.perEcho(name)))));
        text.append(lines)
                .append(line("other", width, targets, t -> figure(t.others(often))))
                .append(line("all", width, targets, t -> figure(t.perEcho())));
    }

    private static String line(
            String head, int width, List<Counted> targets, Function<Counted, String> cell) {
        return targets.stream()
                .map(cell)
                .map(("%" + width + "s")::formatted)
                .collect(Collectors.joining("", "%-14s".formatted(head), "\n"));
    }

    private static String figure(double perEcho) {
        return perEcho <= 0 ? "–" : perEcho < RARE ? "<0.01" : Digits.in("%.2f", perEcho);
    }

    /// Which server makes the most calls, which the least, and by which calls they differ: by what calls are for, and not by
    /// their names, since `read` in one server is `recvfrom` in another.
    private static String most(List<Counted> targets) {
        var most = targets.stream().max(Comparator.comparingDouble(Counted::perEcho)).orElseThrow();
        var least =
                targets.stream().min(Comparator.comparingDouble(Counted::perEcho)).orElseThrow();
        var differences =
                Stream.of(Kind.values())
                        .filter(kind -> most.perEcho(kind) - least.perEcho(kind) >= DIFFERENT)
                        .sorted(
                                Comparator.comparingDouble(
                                        kind -> least.perEcho(kind) - most.perEcho(kind)))
                        .map(kind ->
                                Digits.in(
                                        "%s +%.2f",
                                        most.often(kind), most.perEcho(kind) - least.perEcho(kind)))
                        .collect(Collectors.joining(", "));
        return differences.isEmpty()
                ? "No difference between them shows."
                : Digits.in(
                        "%s makes the most, %.2f per echo; %s the fewest, %.2f.%nWhat the first makes more of: %s",
                        most.name(), most.perEcho(), least.name(), least.perEcho(), differences);
    }
}

package echolab.trace;

import echolab.process.Digits;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// System calls an echo as a table of at most 80 columns: a row for each call, a column for each server, as many servers side by
/// side as fit. Calls stand in the order of an echo: wait, watch, read, write, wake; then the rest.
public final class SyscallsTable {

    private static final int COLUMNS = 80;
    private static final int FIRST = 14;
    private static final int NARROWEST = 11;

    /// Calls an echo below which a call gets no row of its own: it happens now and then, and not because of an echo.
    private static final double RARE = 0.005;

    private static final String RING =
            """

            io_uring_enter hands over many reads and writes at once, through memory that the
            program shares with the kernel: they are done, and are no system calls.
            """;

    private final SyscallsResult result;
    private final int width;

    private SyscallsTable(SyscallsResult result) {
        this.result = result;
        this.width =
                result.targets().stream()
                        .mapToInt(target -> target.name().length() + 2)
                        .reduce(NARROWEST, Math::max);
    }

    public static String render(SyscallsResult result) {
        return new SyscallsTable(result).render();
    }

    private String render() {
        var text = new StringBuilder();
        text.append(
                Digits.in(
                        "System calls an echo: %,d busy connections, %,d-byte messages, %,d echoes each\n",
                        result.connections(),
                        result.payloadBytes(),
                        (long) result.connections() * result.rounds()));
        var good = result.targets().stream().filter(t -> t.failure().isEmpty()).toList();
        var sideBySide = (COLUMNS - FIRST) / width;
        for (var i = 0; i < good.size(); i += sideBySide) {
            text.append('\n').append(block(good.subList(i, Math.min(good.size(), i + sideBySide))));
        }
        for (var target : result.targets()) {
            target.failure().ifPresent(why -> text.append("\n✘ %s%n".formatted(why)));
        }
        if (good.stream().anyMatch(target -> target.calls().containsKey("io_uring_enter"))) {
            text.append(RING);
        }
        most(good).ifPresent(sentence -> text.append('\n').append(sentence).append('\n'));
        return text.toString();
    }

    private String block(List<Counted> targets) {
        var text = new StringBuilder(line("", targets.stream().map(Counted::name)));
        var names = names(targets);
        for (var name : names) {
            text.append(line(name, targets.stream().map(t -> figure(t.anEcho(name)))));
        }
        text.append(
                line(
                        "other",
                        targets.stream()
                                .map(t ->
                                        figure(
                                                t.anEcho()
                                                        - names.stream()
                                                                .mapToDouble(t::anEcho)
                                                                .sum()))));
        return text.append(line("all", targets.stream().map(t -> figure(t.anEcho())))).toString();
    }

    /// Those that some server makes often enough.
    private static List<String> names(List<Counted> targets) {
        return targets.stream()
                .flatMap(target -> target.calls().keySet().stream())
                .distinct()
                .filter(name -> targets.stream().anyMatch(t -> t.anEcho(name) >= RARE))
                .sorted(Comparator.comparing(Kind::ofName).thenComparing(name -> name))
                .toList();
    }

    private String line(String head, Stream<String> cells) {
        return cells.map(("%" + width + "s")::formatted)
                .collect(Collectors.joining("", "%-14s".formatted(head), "\n"));
    }

    private static String figure(double anEcho) {
        return anEcho <= 0 ? "–" : anEcho < RARE ? "<0.01" : Digits.in("%.2f", anEcho);
    }

    /// Which server makes the most calls, which the least, and by which calls they differ.
    private static Optional<String> most(List<Counted> targets) {
        if (targets.size() < 2) {
            return Optional.empty();
        }
        var most = targets.stream().max(Comparator.comparingDouble(Counted::anEcho)).orElseThrow();
        var least = targets.stream().min(Comparator.comparingDouble(Counted::anEcho)).orElseThrow();
        var differences = differences(most, least);
        return Optional.of(
                differences.isEmpty()
                        ? "No difference between them shows."
                        : Digits.in(
                                "%s makes the most, %.2f an echo; %s the fewest, %.2f.%nWhat the first makes more of: %s",
                                most.name(),
                                most.anEcho(),
                                least.name(),
                                least.anEcho(),
                                differences));
    }

    /// By what calls are for, and not by their names: `read` in one server is `recvfrom` in another.
    private static String differences(Counted most, Counted least) {
        return Stream.of(Kind.values())
                .filter(kind -> more(kind, most, least) >= 0.05)
                .sorted(Comparator.comparingDouble(kind -> -more(kind, most, least)))
                .map(kind -> Digits.in("%s +%.2f", often(kind, most), more(kind, most, least)))
                .collect(Collectors.joining(", "));
    }

    /// The name that stands for its kind: the one that is called most.
    private static String often(Kind kind, Counted target) {
        return names(kind, target).stream()
                .max(Comparator.comparingDouble(target::anEcho))
                .orElseThrow();
    }

    private static double more(Kind kind, Counted most, Counted least) {
        return anEcho(kind, most) - anEcho(kind, least);
    }

    private static double anEcho(Kind kind, Counted target) {
        return names(kind, target).stream().mapToDouble(target::anEcho).sum();
    }

    private static List<String> names(Kind kind, Counted target) {
        return target.calls().keySet().stream().filter(n -> Kind.ofName(n) == kind).toList();
    }
}

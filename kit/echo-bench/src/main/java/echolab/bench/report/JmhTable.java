package echolab.bench.report;

import echolab.bench.jmh.JmhFigure;
import echolab.process.Digits;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/// What did JMH find, for a person in front of a terminal? A table a class of benchmarks, of at most 80 columns: bars compare
/// what stands in one table.
public final class JmhTable {

    private static final int BAR = 12;

    private final Map<String, List<JmhFigure>> groups;
    private final Ansi ansi;

    public JmhTable(Collection<JmhFigure> figures, Ansi ansi) {
        this.groups = groups(figures);
        this.ansi = ansi;
    }

    /// By the outermost class: what it holds is there to be compared.
    static Map<String, List<JmhFigure>> groups(Collection<JmhFigure> figures) {
        return figures.stream()
                .collect(
                        Collectors.groupingBy(
                                figure -> figure.group().split("\\.")[0],
                                LinkedHashMap::new,
                                Collectors.toList()));
    }

    /// Its name within that class.
    static String name(JmhFigure figure) {
        var dot = figure.group().indexOf('.');
        return (dot < 0 ? "" : figure.group().substring(dot + 1) + ".") + figure.name();
    }

    public String render() {
        return groups.entrySet().stream()
                .map(group -> table(group.getKey(), group.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private String table(String title, List<JmhFigure> figures) {
        var most = figures.stream().mapToDouble(JmhFigure::nanos).max().orElse(1);
        var head = "%-38s %11s %-12s %6s %9s".formatted(title, "ns an op", "", "±", "garbage B");
        return ansi.string("@|bold " + head + "|@")
                + "\n"
                + figures.stream().map(f -> row(f, most)).collect(Collectors.joining());
    }

    private String row(JmhFigure figure, double most) {
        return ansi.string(
                "  %-36s %11s @|cyan %s|@ %6s %9s%n"
                        .formatted(
                                name(figure),
                                Digits.in("%,.1f", figure.nanos()),
                                Bar.pad(Bar.of(figure.nanos() / most, BAR), BAR),
                                Digits.in("%.0f %%", 100 * figure.error() / figure.nanos()),
                                garbage(figure)));
    }

    static String garbage(JmhFigure figure) {
        return figure.garbage().isPresent()
                ? Digits.in("%,.2f", figure.garbage().getAsDouble())
                : "–";
    }
}

package echolab.bench.report;

import static echolab.table.Table.bars;
import static echolab.table.Table.figures;
import static echolab.table.Table.words;

import echolab.bench.chart.Charts;
import echolab.bench.report.Section.Drawing;
import echolab.bench.result.JmhFigure;
import echolab.bench.result.Quartiles;
import echolab.process.Digits;
import echolab.table.Cell;
import echolab.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/// What JMH found: a part for each class of benchmarks, since what it holds is there to be compared.
public final class JmhReport {

    private final List<Section> sections;

    public JmhReport(Collection<JmhFigure> figures) {
        var groups = new LinkedHashMap<String, List<JmhFigure>>();
        for (var figure : figures) {
            var group = figure.group().split("\\.")[0];
            groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(figure);
        }
        sections = groups.entrySet().stream().map(g -> section(g.getKey(), g.getValue())).toList();
    }

    public String forTerminal(Ansi ansi) {
        return new TerminalReport(ansi).render(sections);
    }

    /// @param conditions under which it was measured, as a sentence
    /// @throws IOException when the file cannot be written; names the file
    public void write(String conditions, Path file) throws IOException {
        var header = "<h1>What the parts cost</h1>\n" + HtmlPage.element("p", conditions);
        var main =
                "<article>\n<h2>Measured by JMH</h2>\n"
                        + HtmlPage.sections(sections)
                        + "</article>\n";
        HtmlPage.write(file, "JMH", header, main);
    }

    private static Section section(String group, List<JmhFigure> figures) {
        var times = new LinkedHashMap<String, Quartiles>();
        var garbage = new LinkedHashMap<String, Quartiles>();
        for (var f : figures) {
            var least = Math.max(0, f.nanos() - f.error());
            times.put(name(f), new Quartiles(least, f.nanos(), f.nanos() + f.error()));
            f.garbage().ifPresent(bytes -> garbage.put(name(f), Quartiles.alike(bytes)));
        }
        return Section.of(
                group,
                List.of(
                        new Drawing(
                                "Nanoseconds an operation. Whiskers: the 99.9 % confidence interval of the mean.",
                                Charts.parts(group + ", nanoseconds an operation", "ns", times)),
                        new Drawing(
                                "Bytes of garbage an operation.",
                                Charts.parts(
                                        group + ", bytes of garbage an operation", "B", garbage))),
                List.of(table(figures)),
                figures.stream().map(JmhReport::worth).distinct().toList());
    }

    /// What `±` is, and what it is worth.
    private static String worth(JmhFigure figure) {
        var measured =
                "± is half of the 99.9 %% confidence interval of the mean: of %s iterations in %s."
                        .formatted(
                                figure.jvms() * figure.iterations(),
                                figure.jvms() == 1 ? "one JVM" : figure.jvms() + " JVMs");
        return figure.jvms() > 1
                ? measured
                : measured
                        + " How much the next JVM differs from this one is not in it, and of so few iterations it is wide: take it for how restless this one was.";
    }

    private static Table<JmhFigure> table(List<JmhFigure> figures) {
        return new Table<>(
                "An operation",
                List.of(
                        words("operation", f -> Cell.of(name(f))),
                        bars("ns an op", f -> Cell.of(f.nanos(), 1)),
                        figures("±", f -> Cell.of(error(f))),
                        figures("garbage B", f -> Cell.of(f.garbage(), 2))),
                figures);
    }

    /// Its name within that class.
    private static String name(JmhFigure figure) {
        var dot = figure.group().indexOf('.');
        return (dot < 0 ? "" : figure.group().substring(dot + 1) + ".") + figure.name();
    }

    private static String error(JmhFigure figure) {
        return Digits.in("%.0f %%", 100 * figure.error() / figure.nanos());
    }
}

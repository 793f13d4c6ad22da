package echolab.bench.report;

import echolab.bench.chart.JmhChart;
import echolab.bench.chart.Markup;
import echolab.bench.jmh.JmhFigure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/// What JMH found as one page that needs no network: charts, and the same table as in the terminal.
public final class JmhPage {

    private JmhPage() {}

    /// @param heading under which conditions it was measured, as a sentence
    /// @throws IOException when the file cannot be written; names the file
    public static void write(Collection<JmhFigure> figures, String heading, Path file)
            throws IOException {
        var charts =
                JmhTable.groups(figures).entrySet().stream()
                        .map(group -> charts(group.getKey(), group.getValue()))
                        .collect(Collectors.joining());
        var table = new JmhTable(figures, Ansi.OFF).render();
        PageFile.write(
                file,
                HtmlPage.document(
                        "JMH",
                        "<h1>What the parts cost</h1>\n<p>" + Markup.escape(heading) + "</p>\n",
                        charts
                                + "<h2>The table</h2>\n<pre tabindex=\"0\">"
                                + Markup.escape(table)
                                + "</pre>\n"));
    }

    private static String charts(String title, List<JmhFigure> figures) {
        var time = figures.stream().map(f -> row(f, f.nanos(), f.error())).toList();
        var garbage =
                figures.stream()
                        .filter(f -> f.garbage().isPresent())
                        .map(f -> row(f, f.garbage().getAsDouble(), 0))
                        .toList();
        return "<section>\n<h2>%s</h2>\n%s%s</section>\n"
                .formatted(
                        Markup.escape(title),
                        Html.figure(
                                "Nanoseconds an operation. Whiskers: the mean lies in there with a probability of 99.9 %.",
                                new JmhChart(title + ", nanoseconds an operation", "ns", time)
                                        .render()),
                        Html.figure(
                                "Bytes of garbage an operation.",
                                new JmhChart(
                                                title + ", bytes of garbage an operation",
                                                "B",
                                                garbage)
                                        .render()));
    }

    private static JmhChart.Row row(JmhFigure figure, double value, double error) {
        return new JmhChart.Row(JmhTable.name(figure), value, error);
    }
}

package echolab.bench.report;

import echolab.bench.chart.Markup;
import echolab.bench.result.BenchResult;
import echolab.svg.Ink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// Results as one page that needs no network and no script: charts, and beside each chart the same figures as a table. Of
/// several results those under the same load stand side by side first.
public final class HtmlPage {

    private final List<Saved> results;

    private HtmlPage(List<Saved> results) {
        this.results = results;
    }

    /// @throws IOException when the file cannot be written; names the file
    public static void write(BenchResult result, Path file) throws IOException {
        write(List.of(new Saved("This run", result)), file);
    }

    /// @param results in the order in which they are shown
    /// @throws IOException when the file cannot be written; names the file
    public static void write(List<Saved> results, Path file) throws IOException {
        PageFile.write(file, new HtmlPage(results).render());
    }

    private String render() throws IOException {
        return document(
                title(),
                "<h1>Echo servers side by side</h1>\n" + contents(),
                new SideBySide(results).render()
                        + results.stream()
                                .map(saved -> new ResultArticle(saved).render())
                                .collect(Collectors.joining()));
    }

    /// A page in the style that all our reports have.
    static String document(String title, String header, String main) throws IOException {
        return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>Echo Lab: %s</title>
        <style>
        %s%s</style>
        </head>
        <body>
        <header>
        %s</header>
        <main>
        %s</main>
        </body>
        </html>
        """
                .formatted(Markup.escape(title), style(), Ink.css(), header, main);
    }

    private String title() {
        return results.size() == 1
                ? results.getFirst().result().date()
                : results.stream().map(Saved::name).collect(Collectors.joining(", "));
    }

    private String contents() {
        return results.size() == 1
                ? ""
                : results.stream()
                        .map(saved ->
                                "<li><a href=\"#%s\">%s</a></li>\n"
                                        .formatted(
                                                Html.id(saved.name()), Markup.escape(saved.name())))
                        .collect(
                                Collectors.joining(
                                        "", "<nav aria-label=\"Results\"><ul>\n", "</ul></nav>\n"));
    }

    private static String style() throws IOException {
        try (var css = HtmlPage.class.getResourceAsStream("/echolab/bench/report.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

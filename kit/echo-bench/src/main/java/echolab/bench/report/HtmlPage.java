package echolab.bench.report;

import echolab.bench.report.Section.Drawing;
import echolab.bench.result.PageFile;
import echolab.bench.result.Profile;
import echolab.bench.result.Saved;
import echolab.bench.result.SavedResult;
import echolab.process.Resource;
import echolab.svg.Ink;
import echolab.svg.Svg;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Results as one page that needs no network and no script: charts, and beside each chart the same figures as a table. Of
/// several results those under the same load stand side by side first.
public final class HtmlPage {

    private static final String STYLE = Resource.text(HtmlPage.class, "/echolab/bench/report.css");

    private HtmlPage() {}

    /// @throws IOException when the file cannot be written; names the file
    public static void write(SavedResult result, Path file) throws IOException {
        write(List.of(new Saved("This run", result)), file);
    }

    /// @param results in the order in which they are shown
    /// @throws IOException when the file cannot be written; names the file
    public static void write(List<Saved> results, Path file) throws IOException {
        var title =
                results.size() == 1
                        ? results.getFirst().result().date()
                        : results.stream().map(Saved::name).collect(Collectors.joining(", "));
        var articles = results.stream().map(HtmlPage::article).collect(Collectors.joining());
        var header = "<h1>Echo servers side by side</h1>\n" + contents(results);
        write(file, title, header, sideBySide(results) + articles);
    }

    /// @throws IOException when the file cannot be written; names the file
    public static void write(Profile profile, Path file) throws IOException {
        var title = "profile of " + profile.server();
        var head = element("h1", "Where the CPU of " + profile.server() + " goes");
        write(file, title, head, sections(List.of(ProfileSection.of(profile))));
    }

    static void write(Path file, String title, String header, String main) throws IOException {
        PageFile.write(file, document(title, header, main));
    }

    /// A page in the style that all our reports have.
    public static String document(String title, String header, String main) {
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
                .formatted(Svg.escape(title), STYLE, Ink.css(), header, main);
    }

    /// @param tag with its attributes, if it has any
    static String element(String tag, String text) {
        return "<%s>%s</%s>\n".formatted(tag, Svg.escape(text), tag.split(" ")[0]);
    }

    /// Those that are folded come last.
    static String sections(List<Section> sections) {
        return sections.stream()
                .sorted(Comparator.comparing(Section::folded))
                .map(HtmlPage::section)
                .collect(Collectors.joining());
    }

    private static String section(Section section) {
        var title = element("h3", section.title()).strip();
        return section.folded()
                ? "<details>\n<summary>%s</summary>\n%s</details>\n"
                        .formatted(title, inside(section))
                : "<section>\n%s\n%s</section>\n".formatted(title, inside(section));
    }

    private static String inside(Section section) {
        return section.failures().stream()
                        .map(why -> element("pre class=\"warning\" tabindex=\"0\"", why))
                        .collect(Collectors.joining())
                + section.charts().stream()
                        .map(HtmlPage::figure)
                        .collect(Collectors.joining("", "<div class=\"charts\">\n", "</div>\n"))
                + section.tables().stream().map(HtmlTable::of).collect(Collectors.joining())
                + section.sentences().stream()
                        .map(sentence -> element("li", sentence))
                        .collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
    }

    private static String figure(Drawing drawing) {
        var caption = element("figcaption", drawing.caption());
        return drawing.svg().map(svg -> "<figure>\n" + caption + svg + "</figure>\n").orElse("");
    }

    /// One result: what was asked for and where, what was seen, and which servers took part.
    private static String article(Saved saved) {
        var result = saved.result();
        return "<article id=\"%s\">\n".formatted(id(saved))
                + element("h2", saved.name())
                + (result.partial() ? warning("Partial: the run was interrupted.") : "")
                + Facts.of(result)
                + Legend.of(result)
                + sections(Sections.of(result))
                + Facts.servers(result)
                + "</article>\n";
    }

    private static String sideBySide(List<Saved> results) {
        var sections = SideBySide.of(results);
        return sections.isEmpty()
                ? ""
                : "<article>\n<h2>Side by side</h2>\n"
                        + SideBySide.warning(results).map(HtmlPage::warning).orElse("")
                        + sections(sections)
                        + "</article>\n";
    }

    private static String warning(String sentence) {
        return element("p class=\"warning\"", sentence);
    }

    private static String contents(List<Saved> results) {
        return results.size() == 1
                ? ""
                : results.stream()
                        .map(saved -> element("a href=\"#%s\"".formatted(id(saved)), saved.name()))
                        .map(link -> "<li>" + link.strip() + "</li>\n")
                        .collect(
                                Collectors.joining(
                                        "", "<nav aria-label=\"Results\"><ul>\n", "</ul></nav>\n"));
    }

    /// What a link can point at.
    private static String id(Saved saved) {
        return saved.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}

package echolab.bench.report;

import echolab.bench.chart.Markup;
import echolab.bench.result.BenchResult;
import echolab.bench.result.Revision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where, when and from what was a result made?
final class Facts {

    private Facts() {}

    static String of(BenchResult result) {
        return facts(result).entrySet().stream()
                .map(fact ->
                        "<div><dt>%s</dt><dd>%s</dd></div>\n"
                                .formatted(fact.getKey(), Markup.escape(fact.getValue())))
                .collect(Collectors.joining("", "<dl>\n", "</dl>\n"));
    }

    /// What each server is, its version, and the words that started it.
    static String servers(BenchResult result) {
        var rows =
                Stream.concat(
                                result.runs().stream()
                                        .flatMap(run -> run.targets().stream())
                                        .map(t ->
                                                row(t.name(), t.title(), t.version(), t.command())),
                                result.idle().stream()
                                        .flatMap(idle -> idle.targets().stream())
                                        .map(t ->
                                                row(t.name(), t.title(), t.version(), t.command())))
                        .distinct()
                        .toList();
        return "<details>\n<summary><h3>The servers</h3></summary>\n"
                + Html.table(
                        "The servers",
                        List.of("server", "what it is", "version", "started by"),
                        rows)
                + "</details>\n";
    }

    private static String row(
            String name, String title, Optional<String> version, List<String> command) {
        return Html.row(
                name,
                List.of(
                        Html.words(title),
                        Html.words(version.orElse("of the commit")),
                        "<td class=\"words\"><code>"
                                + Markup.escape(String.join(" ", command))
                                + "</code></td>"));
    }

    private static Map<String, String> facts(BenchResult result) {
        var machine = result.machine();
        var facts = new LinkedHashMap<String, String>();
        facts.put("Command", String.join(" ", result.commandLine()));
        facts.put("Measured", result.date());
        facts.put("Commit", result.revision().map(Facts::commit).orElse("no git commit"));
        facts.put("Machine", machine.cpu() + ", " + machine.cores() + " cores" + memory(result));
        facts.put("Kernel", machine.kernel() + ", " + machine.architecture());
        facts.put("JDK", machine.jdk());
        facts.put(
                "JVM of a step",
                String.join(" ", result.settings().jvmFlags())
                        + result.settings().collector().map(gc -> ", " + gc + " GC").orElse(""));
        facts.values().removeIf(String::isBlank);
        return facts;
    }

    private static String memory(BenchResult result) {
        var bytes = result.machine().memoryBytes();
        return bytes.isPresent()
                ? ", %s GiB".formatted(Math.round(bytes.getAsLong() / 0x1p30))
                : "";
    }

    private static String commit(Revision revision) {
        return revision.commit().substring(0, Math.min(9, revision.commit().length()))
                + (revision.dirty() ? ", with changes that are not in it" : "");
    }
}

package echolab.bench.report;

import static echolab.table.Table.words;

import echolab.bench.machine.Conditions;
import echolab.bench.machine.Machine;
import echolab.bench.machine.Revision;
import echolab.bench.result.MeasuredServer;
import echolab.bench.result.SavedResult;
import echolab.table.Cell;
import echolab.table.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Where, when and from what a result was made.
final class Facts {

    private Facts() {}

    static String of(SavedResult result) {
        return facts(result).entrySet().stream()
                .filter(fact -> !fact.getValue().isBlank())
                .map(fact ->
                        "<div>\n%s%s</div>\n"
                                .formatted(
                                        HtmlPage.element("dt", fact.getKey()),
                                        HtmlPage.element("dd", fact.getValue())))
                .collect(Collectors.joining("", "<dl>\n", "</dl>\n"));
    }

    /// What each server is, its version, and the words that started it.
    static String servers(SavedResult result) {
        var rows = new LinkedHashMap<String, MeasuredServer>();
        result.targets().forEach(server -> rows.putIfAbsent(server.name(), server));
        var columns =
                List.<Table.Column<MeasuredServer>>of(
                        words("server", s -> Cell.of(s.name())),
                        words("what it is", s -> Cell.of(s.title())),
                        words("version", s -> Cell.of(s.version().orElse("of the commit"))),
                        words("started by", s -> Cell.of(String.join(" ", s.command()))));
        var table = new Table<>("The servers", columns, List.copyOf(rows.values()));
        return rows.isEmpty()
                ? ""
                : "<details>\n<summary><h3>The servers</h3></summary>\n%s</details>\n"
                        .formatted(HtmlTable.of(table));
    }

    private static Map<String, String> facts(SavedResult result) {
        var machine = result.machine();
        var facts = new LinkedHashMap<String, String>();
        facts.put("Command", String.join(" ", result.commandLine()));
        facts.put("Measured", result.date());
        facts.put("Commit", result.revision().map(Facts::commit).orElse("no git commit"));
        facts.put("Machine", machine.cpu() + ", " + machine.cores() + " cores" + memory(machine));
        facts.put("Kernel", machine.kernel() + ", " + machine.architecture());
        facts.put("CPUs", machine.conditions().map(Conditions::said).orElse(""));
        facts.put("JDK", machine.jdk());
        facts.put(
                "JVM of a step",
                String.join(" ", result.jvmFlags())
                        + result.collector().map(gc -> ", " + gc + " GC").orElse(""));
        return facts;
    }

    /// As it stands behind other facts; empty where the system does not tell.
    static String memory(Machine machine) {
        var bytes = machine.memoryBytes();
        return bytes.isPresent()
                ? ", %s GiB".formatted(Math.round(bytes.getAsLong() / 0x1p30))
                : "";
    }

    private static String commit(Revision revision) {
        return revision.shortened() + (revision.dirty() ? ", with changes that are not in it" : "");
    }
}

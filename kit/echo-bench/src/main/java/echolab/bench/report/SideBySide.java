package echolab.bench.report;

import echolab.bench.chart.Charts;
import echolab.bench.chart.Figure;
import echolab.bench.chart.Markup;
import echolab.bench.chart.Numbers;
import echolab.bench.result.Machine;
import echolab.bench.result.RunResult;
import echolab.bench.result.Summary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What changed from one result to another? For each load that several results have: ratios to the reference of each
/// run. Other figures drift with the machine and its hour, and would compare the weather.
final class SideBySide {

    private record Named(String name, RunResult run) {}

    private final List<Saved> results;

    SideBySide(List<Saved> results) {
        this.results = results;
    }

    String render() {
        var sections =
                loads().entrySet().stream()
                        .filter(load -> load.getValue().size() > 1)
                        .map(load -> section(load.getKey(), load.getValue()))
                        .collect(Collectors.joining());
        return sections.isEmpty()
                ? ""
                : "<article>\n<h2>Side by side</h2>\n" + warnings() + sections + "</article>\n";
    }

    private Map<String, List<Named>> loads() {
        var loads = new LinkedHashMap<String, List<Named>>();
        for (var saved : results) {
            for (var run : saved.result().runs()) {
                loads.computeIfAbsent(Loads.of(run), _ -> new ArrayList<>())
                        .add(new Named(saved.name(), run));
            }
        }
        return loads;
    }

    private String warnings() {
        var machines = results.stream().map(saved -> saved.result().machine()).distinct().toList();
        return machines.size() == 1
                ? ""
                : Html.warning(
                        "These results are from machines that differ ("
                                + machines.stream()
                                        .map(SideBySide::machine)
                                        .collect(Collectors.joining("; "))
                                + "): a ratio may differ for that reason alone.");
    }

    private static String machine(Machine machine) {
        return machine.cpu() + ", " + machine.kernel() + ", " + machine.jdk();
    }

    private static String section(String load, List<Named> runs) {
        return """
        <section>
        <h3>%s</h3>
        %s%s%s</section>
        """
                .formatted(
                        Markup.escape(load),
                        Html.charts(
                                Html.figure(
                                        Figure.RATIO.title(),
                                        Charts.comparison(runs.stream().map(Named::run).toList())
                                                .map(chart ->
                                                        chart
                                                                + Legend.results(
                                                                        runs.stream()
                                                                                .map(Named::name)
                                                                                .toList())))),
                        table(runs),
                        Html.list(runs.stream().map(SideBySide::reference).toList()));
    }

    private static String reference(Named named) {
        var noise = named.run().noise();
        return "%s: ratios to %s%s."
                .formatted(
                        named.name(),
                        named.run().reference().orElse("none"),
                        noise.isPresent()
                                ? ", noise ±" + Numbers.places(noise.getAsDouble() * 100, 1) + " %"
                                : ", noise not known");
    }

    private static String table(List<Named> runs) {
        var head = Stream.concat(Stream.of("server"), runs.stream().map(Named::name)).toList();
        var rows =
                runs.stream()
                        .flatMap(named -> named.run().targets().stream())
                        .map(target -> target.name())
                        .distinct()
                        .map(name ->
                                Html.row(name, runs.stream().map(n -> ratio(name, n)).toList()))
                        .toList();
        return Html.table("Ratio of CPU an echo, median and quartiles", head, rows);
    }

    private static String ratio(String name, Named named) {
        return named.run().targets().stream()
                .filter(target -> target.name().equals(name))
                .flatMap(target -> target.summary().flatMap(Summary::ratio).stream())
                .map(q ->
                        Html.cell(
                                "%s (%s–%s)"
                                        .formatted(
                                                Numbers.places(q.median(), 2),
                                                Numbers.places(q.q1(), 2),
                                                Numbers.places(q.q3(), 2))))
                .findFirst()
                .orElse(Html.cell("–"));
    }
}

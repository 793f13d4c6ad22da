package echolab.book.macro;

import com.fasterxml.jackson.databind.JsonNode;
import echolab.book.ChapterException;
import echolab.book.figure.Age;
import echolab.book.figure.Result;
import echolab.book.source.History.Since;
import echolab.process.Digits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.Name;

/// The record of every benchmark run that the book has figures from: `runs::all[]`, a section a file of `docs/results`.
@Name("runs")
public final class RunsMacro extends LinesMacro {

    @Override
    List<String> lines(StructuralNode parent, String target, Map<String, Object> attributes) {
        var root = Writer.root(parent);
        var lines = new ArrayList<String>();
        for (var name : names(root)) {
            lines.addAll(record(root, Result.read(root, name)));
        }
        return lines;
    }

    private static TreeSet<String> names(Path root) {
        var names = new TreeSet<String>();
        try (var files = Files.newDirectoryStream(Result.folder(root), "*.json")) {
            files.forEach(
                    file -> names.add(file.getFileName().toString().replaceFirst("\\.json$", "")));
        } catch (IOException e) {
            throw new ChapterException("cannot look into docs/results: " + e, e);
        }
        return names;
    }

    private static List<String> record(Path root, Result result) {
        var tree = result.tree();
        var machine = tree.path("machine");
        var lines = new ArrayList<String>();
        lines.add(
                "[#run-%s.run-record%%unbreakable,cols=\"1,4\",frame=none,grid=rows]"
                        .formatted(result.name()));
        lines.add(".Run _%s_".formatted(result.name()));
        lines.add("|===");
        row(lines, "date", tree.path("date").asText());
        row(
                lines,
                "machine",
                "%s, %s cores"
                        .formatted(machine.path("cpu").asText(), machine.path("cores").asText()));
        row(lines, "system", machine.path("kernel").asText());
        row(lines, "JDK", machine.path("jdk").asText());
        row(lines, "code", commit(result));
        if (!result.runs().isEmpty()) {
            row(lines, "flags", flags(tree));
            row(
                    lines,
                    "runs",
                    result.ofAb()
                            ? rounds(tree)
                            : String.join(
                                    " +\n", result.runs().stream().map(RunsMacro::run).toList()));
            row(lines, "changed since", changed(root, result));
        }
        lines.add("|===");
        lines.add("");
        return lines;
    }

    private static void row(List<String> lines, String name, String text) {
        lines.add("|" + name + " |" + text.replace("|", "{vbar}"));
    }

    private static String commit(Result result) {
        return result.commit().isEmpty()
                ? "no git commit"
                : "commit `%s`%s"
                        .formatted(result.commit(), result.dirty() ? ", with files changed" : "");
    }

    private static String flags(JsonNode tree) {
        var flags = new ArrayList<String>();
        Stream.of(tree, tree.path("settings"))
                .flatMap(part -> StreamSupport.stream(part.path("jvmFlags").spliterator(), false))
                .forEach(flag -> flags.add("`" + flag.asText() + "`"));
        return String.join(" ", flags);
    }

    private static String run(JsonNode run) {
        var rate = run.path("ratePerSecond");
        var connections = run.path("connections").asInt();
        return Digits.in(
                "%,d %s%s: %d of %d cycles, noise %.1f\u00a0%%",
                connections,
                connections == 1 ? "connection" : "connections",
                rate.isMissingNode() ? "" : Digits.in(", %,d messages a second", rate.asInt()),
                run.path("cyclesDone").asInt(),
                run.path("cyclesPlanned").asInt(),
                run.path("noise").asDouble() * 100);
    }

    private static String rounds(JsonNode ab) {
        return Digits.in(
                "%s, %,d requests on %,d connections: %d rounds, in each %,d requests before, to warm the server",
                ab.path("abVersion").asText(),
                ab.path("requests").asInt(),
                ab.path("concurrency").asInt(),
                ab.path("rounds").asInt(),
                ab.path("warmUpRequests").asInt());
    }

    private static String changed(Path root, Result result) {
        var age = new Age(root);
        var changed = new ArrayList<String>();
        for (var run : result.runs()) {
            for (var target : result.targets(run)) {
                var name = target.path("name").asText();
                if (age.of(result, name) != Since.UNCHANGED && !changed.contains(name)) {
                    changed.add(name);
                }
            }
        }
        return changed.isEmpty() ? "nothing" : String.join(", ", changed);
    }
}

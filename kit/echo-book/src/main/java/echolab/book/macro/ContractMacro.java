package echolab.book.macro;

import com.fasterxml.jackson.databind.JsonNode;
import echolab.book.ChapterException;
import echolab.book.figure.Age;
import echolab.book.figure.Result;
import echolab.book.source.History.Since;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.Name;

/// Who keeps what of the contract: `contract::contract[part=matrix]`, `[part=cases]` and `[part=broken]` are the table of marks,
/// the list of its cases, and what was seen where one was broken. All of it is `docs/results/contract.json`.
@Name("contract")
public final class ContractMacro extends LinesMacro {

    @Override
    List<String> lines(StructuralNode parent, String name, Map<String, Object> attributes) {
        var part = String.valueOf(attributes.get("part"));
        var result = Result.read(Writer.root(parent), name);
        return switch (part) {
            case "matrix" -> matrix(result, new Age(Writer.root(parent)));
            case "cases" -> everyonesCases(result).stream().map(name(". ")).toList();
            case "broken" -> broken(result);
            default ->
                    throw new ChapterException("part is matrix, cases or broken, and not " + part);
        };
    }

    private static java.util.function.Function<String, String> name(String before) {
        return text -> before + text;
    }

    /// Those that a program can be held against, and not only an object of Java.
    private static List<String> everyonesCases(Result result) {
        var cases = new ArrayList<String>();
        for (var c : result.tree().path("subjects").path(0).path("cases")) {
            var name = c.path("name").asText();
            if (all(result, name).stream()
                    .noneMatch(other -> other.path("outcome").asText().equals("not_applicable"))) {
                cases.add(name);
            }
        }
        return cases;
    }

    private static List<JsonNode> all(Result result, String name) {
        var all = new ArrayList<JsonNode>();
        result.tree().path("subjects").forEach(subject -> all.add(outcome(subject, name)));
        return all;
    }

    private static JsonNode outcome(JsonNode subject, String name) {
        for (var c : subject.path("cases")) {
            if (c.path("name").asText().equals(name)) {
                return c;
            }
        }
        throw new ChapterException(
                "%s was not held against \"%s\"".formatted(subject.path("name").asText(), name));
    }

    private static List<String> matrix(Result result, Age age) {
        var cases = everyonesCases(result);
        var lines = new ArrayList<String>();
        lines.add(
                ".Who keeps what; xref:figures.adoc#run-%s[where it was tried]"
                        .formatted(result.name()));
        lines.add("[%%header.matrix,cols=\"<5%s\"]".formatted(",^1".repeat(cases.size())));
        lines.add("|===");
        lines.add("|server");
        for (var i = 1; i <= cases.size(); i++) {
            lines.add("|" + i);
        }
        lines.add("");
        var stale = Since.UNCHANGED;
        for (var subject : result.tree().path("subjects")) {
            var server = subject.path("name").asText();
            var since = age.of(result, server);
            stale = since == Since.UNCHANGED ? stale : since;
            lines.add("|" + server + (since == Since.UNCHANGED ? "" : " [.stale]#*#"));
            cases.forEach(name -> lines.add("|" + mark(outcome(subject, name))));
        }
        lines.add("|===");
        if (stale != Since.UNCHANGED) {
            lines.addAll(
                    List.of(
                            "",
                            "[.provenance]",
                            "[.stale]#*# tried before the last change of this server's code."));
        }
        return lines;
    }

    private static String mark(JsonNode outcome) {
        return outcome.path("outcome").asText().equals("kept") ? "·" : "*×*";
    }

    private static List<String> broken(Result result) {
        var lines = new ArrayList<String>();
        lines.add("[%header,cols=\"<2,^1,<6\"]");
        lines.addAll(List.of("|===", "|server |case |what was seen", ""));
        var cases = everyonesCases(result);
        for (var subject : result.tree().path("subjects")) {
            for (var i = 0; i < cases.size(); i++) {
                var outcome = outcome(subject, cases.get(i));
                if (outcome.path("outcome").asText().equals("broken")) {
                    lines.add("|" + subject.path("name").asText());
                    lines.add("|" + (i + 1));
                    lines.add(
                            "|"
                                    + outcome.path("seen")
                                            .asText()
                                            .replace("|", "{vbar}")
                                            .replace("[", "&#91;"));
                }
            }
        }
        lines.add("|===");
        return lines;
    }
}

package echolab.book.macro;

import echolab.bench.result.ContractResult;
import echolab.bench.result.ContractResult.Ending;
import echolab.bench.result.ContractResult.HeldCase;
import echolab.bench.result.ContractResult.Subject;
import echolab.book.ChapterException;
import echolab.book.figure.Age;
import echolab.book.figure.Result;
import echolab.book.source.History.Since;
import java.util.ArrayList;
import java.util.List;
import org.asciidoctor.extension.Name;

/// Who keeps what of the contract: `contract::contract[part=matrix]`, `[part=cases]` and `[part=broken]` are the table of marks,
/// the list of its cases, and what was seen where one was broken. All of it is `docs/results/contract.json`.
@Name("contract")
public final class ContractMacro extends LinesMacro {

    @Override
    List<String> lines(Asked asked) {
        var part = asked.word("part");
        var result = asked.result();
        var subjects = result.as(ContractResult.class).subjects();
        var cases = everyonesCases(subjects);
        return switch (part) {
            case "matrix" -> matrix(result, subjects, cases, asked.age());
            case "cases" -> cases.stream().map(text -> ". " + text).toList();
            case "broken" -> broken(subjects, cases);
            default ->
                    throw new ChapterException("part is matrix, cases or broken, and not " + part);
        };
    }

    /// Those that a program can be held against, and not only an object of Java.
    private static List<String> everyonesCases(List<Subject> subjects) {
        return subjects.getFirst().cases().stream()
                .map(HeldCase::name)
                .filter(name ->
                        subjects.stream()
                                .map(subject -> held(subject, name).outcome())
                                .noneMatch(Ending.NOT_APPLICABLE::equals))
                .toList();
    }

    private static HeldCase held(Subject subject, String name) {
        return subject.cases().stream()
                .filter(held -> held.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new ChapterException(
                                "%s was not held against \"%s\"".formatted(subject.name(), name)));
    }

    private static List<String> matrix(
            Result result, List<Subject> subjects, List<String> cases, Age age) {
        var head = new ArrayList<>(List.of("server"));
        cases.forEach(_ -> head.add("" + head.size()));
        var rows = new ArrayList<List<String>>(List.of(head));
        var stale = false;
        for (var subject : subjects) {
            var changed = age.of(result, subject.name()) != Since.UNCHANGED;
            stale |= changed;
            var row =
                    new ArrayList<>(List.of(subject.name() + (changed ? AsciiDocTable.STAR : "")));
            cases.forEach(
                    name -> row.add(held(subject, name).outcome() == Ending.KEPT ? "·" : "*×*"));
            rows.add(row);
        }
        var title =
                ".Who keeps what; xref:figures.adoc#run-%s[where it was tried]"
                        .formatted(result.name());
        var options = "[%%header.matrix,cols=\"<5%s\"]".formatted(",^1".repeat(cases.size()));
        var lines = AsciiDocTable.typed(List.of(title, options), rows);
        if (stale) {
            lines.add("[.provenance]");
            lines.add("[.stale]#*# tried before the last change of this server's code.");
        }
        return lines;
    }

    private static List<String> broken(List<Subject> subjects, List<String> cases) {
        var rows = new ArrayList<>(List.of(List.of("server", "case", "what was seen")));
        for (var subject : subjects) {
            for (var name : cases) {
                var held = held(subject, name);
                if (held.outcome() == Ending.BROKEN) {
                    var number = "" + (cases.indexOf(name) + 1);
                    rows.add(List.of(subject.name(), number, held.seen().replace("[", "&#91;")));
                }
            }
        }
        return AsciiDocTable.typed(List.of("[%header,cols=\"<2,^1,<6\"]"), rows);
    }
}

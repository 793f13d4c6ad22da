package echolab.bench.report;

import static echolab.table.Table.figures;
import static echolab.table.Table.words;

import echolab.bench.result.ContractResult;
import echolab.bench.result.ContractResult.Ending;
import echolab.bench.result.ContractResult.Subject;
import echolab.table.Cell;
import echolab.table.Cell.Mark;
import echolab.table.Table;
import java.util.List;
import java.util.stream.Stream;

/// Who keeps how much of the contract, and what was seen where it is broken.
final class ContractSection {

    private ContractSection() {}

    static Section of(ContractResult result) {
        var broken = result.subjects().stream().flatMap(ContractSection::sentences).toList();
        return Section.of("Who keeps the contract", List.of(), List.of(table(result)), broken);
    }

    private static Table<Subject> table(ContractResult result) {
        return new Table<>(
                "Cases of the contract",
                List.of(
                        words("server", s -> Cell.of(s.name())),
                        figures("kept", s -> Cell.of(s.count(Ending.KEPT), 0)),
                        figures("broken", ContractSection::broken),
                        figures("not applicable", s -> Cell.of(s.count(Ending.NOT_APPLICABLE), 0)),
                        words("what it is", s -> Cell.of(s.title()))),
                result.subjects());
    }

    private static Stream<String> sentences(Subject subject) {
        return subject.cases().stream()
                .filter(held -> held.outcome() == Ending.BROKEN)
                .map(held -> {
                    var seen = held.seen().lines().findFirst().orElse("");
                    return "%s breaks: %s. %s".formatted(subject.name(), held.name(), seen);
                });
    }

    private static Cell broken(Subject subject) {
        var broken = subject.count(Ending.BROKEN);
        return Cell.of(broken, 0).marked(broken > 0 ? Mark.FAILED : Mark.NONE);
    }
}

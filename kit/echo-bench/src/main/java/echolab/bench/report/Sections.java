package echolab.bench.report;

import echolab.bench.result.AbResult;
import echolab.bench.result.BenchResult;
import echolab.bench.result.ContractResult;
import echolab.bench.result.RateResult;
import echolab.bench.result.SavedResult;
import java.util.List;
import java.util.stream.Stream;

/// The parts of a report, for each kind of result.
final class Sections {

    /// With more runs than these, a page shows their lines and a run when it is wanted.
    private static final int OPEN = 2;

    private Sections() {}

    static List<Section> of(SavedResult result) {
        return switch (result) {
            case BenchResult bench -> ofBench(bench);
            case AbResult ab -> List.of(AbSection.of(ab));
            case RateResult rate -> List.of(RateSection.of(rate));
            case ContractResult contract -> List.of(ContractSection.of(contract));
        };
    }

    private static List<Section> ofBench(BenchResult result) {
        var folded = result.runs().size() > OPEN;
        return Stream.of(
                        result.runs().stream().map(run -> RunSection.of(run).folded(folded)),
                        result.idle().stream().map(IdleSection::of),
                        result.runs().stream().flatMap(LoopsSection::of),
                        SweepSection.of(result))
                .flatMap(sections -> sections)
                .toList();
    }
}

package echolab.bench.run;

import echolab.bench.load.AbProcess;
import echolab.bench.machine.CommandWords;
import echolab.bench.machine.Pinning;
import echolab.bench.result.AbRound;
import echolab.bench.result.AbSummary;
import echolab.bench.result.AbTarget;
import echolab.process.ServerProcess;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Servers compared by ApacheBench, as the original table was made, one process at a time:
///
/// ```
/// start │ ab, to warm it, three times │ ab, which counts │ end
/// ```
///
/// The first runs of `ab` make a JVM compile what it runs; the last connects anew. What the original lacks is read beside it: the
/// CPU time of the server and of ab, which tell who of the two could do no more. As the table was published, nothing is warmed, and nobody has a CPU of his own.
final class AbRun extends RoundsRun<AbRound, List<AbTarget>> {

    private static final long MILLIS_TO_START = 1_500;
    private static final long REQUESTS_A_MILLI = 70;

    private final AbOptions options;

    AbRun(AbOptions options, List<Target> targets, Progress progress) {
        super(
                options.asPublished()
                        ? Pinning.none("not pinned to CPUs, as the original was not")
                        : Pinning.choose(),
                options.rounds(),
                targets,
                progress);
        this.options = options;
    }

    @Override
    long aVisit() {
        return MILLIS_TO_START + (options.warmUp() + options.aRound()) / REQUESTS_A_MILLI;
    }

    @Override
    String doing(Target target) {
        return "ab and " + target.name();
    }

    @Override
    AbRound visit(Target target, ServerProcess server, int round, int position) throws IOException {
        try {
            for (var run = 1; run <= options.warmUpRuns(); run++) {
                ab(server, options.warmUpRun());
            }
            var before = server.figures().cpuNanos();
            var ab = ab(server, options.aRound());
            var after = server.figures().cpuNanos();
            return new AbRound(
                    round,
                    position,
                    ab.output(),
                    Optional.of(ab.printed()),
                    Contender.difference(before, after),
                    ab.cpuNanos(),
                    ab.wallNanos());
        } catch (IOException e) {
            throw server.failure(e.getMessage());
        }
    }

    private AbProcess ab(ServerProcess server, int requests) throws IOException {
        var prefix = pinning.loadPrefixes().getFirst();
        var words = options.asPublished() ? AbProcess.ORIGINAL : AbProcess.BRIEF;
        return AbProcess.run(prefix, words, server.address(), requests, options.concurrency());
    }

    @Override
    public List<AbTarget> result() {
        var pinned = pinning.serverCpu().isPresent();
        return targets(seen ->
                new AbTarget(
                        seen.target().name(),
                        seen.target().title(),
                        seen.target().version(),
                        CommandWords.anywhere(seen.target().command().words()),
                        seen.failure(),
                        seen.rounds(),
                        AbSummary.of(seen.rounds(), pinned)));
    }
}

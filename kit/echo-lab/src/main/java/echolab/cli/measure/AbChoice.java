package echolab.cli.measure;

import echolab.bench.run.AbOptions;
import java.util.Optional;
import picocli.CommandLine.Option;

/// The options that let ApacheBench be the load, and say how much of it.
final class AbChoice {

    @Option(
            names = "--ab",
            description =
                    "Let ApacheBench be the load, one server at a time in rounds: the same targets, the figures that ab prints.")
    private boolean ab;

    @Option(
            names = "--requests",
            paramLabel = "N",
            description = "With --ab: requests to each server, over all rounds (default: 1000000).")
    private Optional<Integer> requests = Optional.empty();

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            description = "With --ab: requests at a time (default: 1000).")
    private Optional<Integer> concurrency = Optional.empty();

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "With --ab: in how many rounds, each one run of ab (default: 5).")
    private Optional<Integer> rounds = Optional.empty();

    @Option(
            names = "--full",
            description = "With --ab: 10,000,000 requests, as in the original comparison.")
    private boolean full;

    @Option(
            names = "--as-published",
            description =
                    "With --ab: as the original table was made, ab's command to the letter but for the port: --full in one round, nothing pinned, nothing warmed before.")
    private boolean asPublished;

    boolean isChosen() {
        return ab;
    }

    /// @throws IllegalArgumentException when it makes no sense, as a sentence
    AbOptions options() {
        var defaults = AbOptions.defaults();
        if (full && requests.isPresent()) {
            throw new IllegalArgumentException(
                    "--full and --requests both say how many requests: leave one out");
        }
        return new AbOptions(
                requests.orElse(full || asPublished ? AbOptions.FULL : defaults.requests()),
                concurrency.orElse(defaults.concurrency()),
                rounds.orElse(asPublished ? 1 : defaults.rounds()),
                asPublished);
    }

    /// @throws IllegalArgumentException when an option makes no sense without `--ab`
    void refuseWithoutAb() {
        if (full
                || asPublished
                || requests.isPresent()
                || concurrency.isPresent()
                || rounds.isPresent()) {
            throw new IllegalArgumentException(
                    "--requests, --concurrency, --rounds, --full and --as-published are ApacheBench's: say --ab too");
        }
    }
}

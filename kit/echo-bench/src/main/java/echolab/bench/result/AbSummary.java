package echolab.bench.result;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/// What the rounds of a server come to: medians and quartiles over the rounds, sums where ab counts.
///
/// @param millisPerRequest ab's Time per request (mean)
/// @param millisAcrossAll ab's Time per request (mean, across all concurrent requests)
/// @param kibytesPerSecond ab's Transfer rate
/// @param complete requests of all rounds
/// @param unanswered of these, those that no echo came back for: ab does not count them as failed
/// @param percentileMillis the median over the rounds of what ab printed
/// @param serverMicros CPU of the server a request, µs
/// @param abMicros CPU of ab a request, µs, median
/// @param serverBusy share of its CPU that the server used, median; empty when it was not pinned
/// @param abBusy share of a CPU that ab used, median: it has one thread
public record AbSummary(
        Quartiles requestsPerSecond,
        Quartiles millisPerRequest,
        Quartiles millisAcrossAll,
        Quartiles kibytesPerSecond,
        long complete,
        long failed,
        long non2xx,
        long unanswered,
        Map<Integer, Double> percentileMillis,
        Optional<Quartiles> serverMicros,
        OptionalDouble abMicros,
        OptionalDouble serverBusy,
        OptionalDouble abBusy,
        Bottleneck bottleneck) {

    /// Empty when there is no round.
    public static Optional<AbSummary> of(List<AbRound> rounds, boolean pinned) {
        return rounds.isEmpty() ? Optional.empty() : Optional.of(summary(rounds, pinned));
    }

    private static AbSummary summary(List<AbRound> rounds, boolean pinned) {
        var held = pinned ? rounds : List.<AbRound>of();
        var serverShares = shares(held, AbRound::serverCpuNanos, r -> r.output().seconds() * 1e9);
        var serverBusy = Quartiles.median(serverShares);
        var abBusy = Quartiles.median(shares(rounds, AbRound::abCpuNanos, AbRound::abWallNanos));
        return new AbSummary(
                quartiles(rounds, AbOutput::requestsPerSecond),
                quartiles(rounds, AbOutput::millisPerRequest),
                quartiles(rounds, AbOutput::millisAcrossAll),
                quartiles(rounds, AbOutput::kibytesPerSecond),
                sum(rounds, AbOutput::complete),
                sum(rounds, AbOutput::failed),
                sum(rounds, AbOutput::non2xx),
                sum(rounds, AbOutput::unanswered),
                percentiles(rounds),
                perRequest(rounds, AbRound::serverCpuNanos),
                Quartiles.median(perRequest(rounds, AbRound::abCpuNanos)),
                serverBusy,
                abBusy,
                Bottleneck.of(serverBusy, abBusy));
    }

    private static Map<Integer, Double> percentiles(List<AbRound> rounds) {
        var all = new TreeMap<Integer, Double>();
        for (var percent : rounds.getFirst().output().percentileMillis().keySet()) {
            all.put(percent, quartiles(rounds, o -> o.percentileMillis().get(percent)).median());
        }
        return all;
    }

    private static Quartiles quartiles(List<AbRound> rounds, ToDoubleFunction<AbOutput> figure) {
        return Quartiles.of(rounds.stream().map(AbRound::output).mapToDouble(figure).toArray())
                .orElseThrow();
    }

    private static long sum(List<AbRound> rounds, ToLongFunction<AbOutput> count) {
        return rounds.stream().map(AbRound::output).mapToLong(count).sum();
    }

    private static Optional<Quartiles> perRequest(
            List<AbRound> rounds, Function<AbRound, OptionalLong> nanos) {
        return shares(rounds, nanos, round -> round.output().complete() * 1000.0);
    }

    private static Optional<Quartiles> shares(
            List<AbRound> rounds,
            Function<AbRound, OptionalLong> nanos,
            ToDoubleFunction<AbRound> of) {
        return Quartiles.of(
                rounds,
                round ->
                        nanos.apply(round).stream()
                                .mapToDouble(cpu -> cpu / of.applyAsDouble(round))
                                .findFirst());
    }
}

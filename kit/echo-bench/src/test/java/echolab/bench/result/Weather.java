package echolab.bench.result;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;

/// A machine of which everything is known: what an echo costs each of its servers, and what the neighbours do meanwhile.
///
/// One run has the two copies of the reference and ten more, of which eight cost what the reference costs, one costs 2 % more and one
/// 5 %. What happens to a slice happens to the place in time that the drawn order put the server in:
///
/// - the machine grows warm: an echo costs 20 % more at the end of the run than at its beginning;
/// - it wanders: each place begins within a percent of where the one before was left;
/// - each place has noise of its own, 3 % or 14 %, whose tails are those of Student's t with three degrees of freedom;
/// - one place in twenty is hit by a neighbour, and costs a third more on the average: it never costs less. The server waits for its CPU
///   meanwhile, and waits a little in other places too. One of the equal servers has many threads, which wait for each other as well.
final class Weather {

    static final int EQUAL = 8;
    static final String TWO = "2 % more";
    static final String FIVE = "5 % more";

    private static final double OUTLIERS = 0.05;
    private static final double OUTLIER = 0.3;
    private static final double WANDERING = 0.01;
    private static final double WARMING = 0.2;
    private static final long ELAPSED = 100_000_000;
    private static final String CROWD = equal(0);

    private final double noise;
    private final double hits;
    private final Random random;
    private int forks = 1;
    private double processes;
    private OptionalDouble precision = OptionalDouble.empty();

    Weather(double noise, long seed) {
        this(noise, OUTLIERS, seed);
    }

    /// @param hits share of the places that a neighbour hits
    Weather(double noise, double hits, long seed) {
        this.noise = noise;
        this.hits = hits;
        this.random = new Random(seed);
    }

    /// Each server is started so many times, and each time its echoes cost so much more or less for as long as it lives.
    Weather forks(int forks, double processes) {
        this.forks = forks;
        this.processes = processes;
        return this;
    }

    Weather precision(double share) {
        precision = OptionalDouble.of(share);
        return this;
    }

    static String equal(int number) {
        return "equal " + number;
    }

    /// What this many cycles see.
    RunResult run(int cycles) {
        var costs = new LinkedHashMap<String, Double>(Map.of());
        costs.put("floor", 1.0);
        costs.put("floor again", 1.0);
        IntStream.range(0, EQUAL).forEach(number -> costs.put(equal(number), 1.0));
        costs.put(TWO, 1.02);
        costs.put(FIVE, 1.05);
        var slices = new LinkedHashMap<String, List<Slice>>();
        costs.keySet().forEach(name -> slices.put(name, new ArrayList<>()));
        var wandered = 0.0;
        var process = new HashMap<String, Double>();
        for (var cycle = 1; cycle <= cycles; cycle++) {
            if ((cycle - 1) % (cycles / forks) == 0) {
                costs.keySet().forEach(n -> process.put(n, process()));
            }
            var order = new ArrayList<>(costs.keySet());
            Collections.shuffle(order, random);
            for (var name : order) {
                wandered += WANDERING * random.nextGaussian();
                var warm = WARMING * cycle / cycles;
                var hit = hit();
                var cost =
                        costs.get(name)
                                * Math.exp(
                                        process.get(name)
                                                + wandered
                                                + warm
                                                + noise * student()
                                                + hit);
                var wait = Math.min(0.9, hit + 0.03 * random.nextDouble());
                var crowd = name.equals(CROWD) ? 5 + 20 * random.nextDouble() : 0;
                slices.get(name).add(slice(cycle, cost, wait, crowd));
            }
        }
        var targets =
                slices.entrySet().stream().map(e -> target(e.getKey(), e.getValue())).toList();
        return run(cycles, targets).compared();
    }

    /// The draws of all else stay what they are where processes do not differ.
    private double process() {
        return processes == 0 ? 0 : processes * random.nextGaussian();
    }

    /// Student's t with three degrees of freedom, scaled to a variance of 1.
    private double student() {
        var squares = IntStream.range(0, 3).mapToDouble(_ -> square(random.nextGaussian())).sum();
        return random.nextGaussian() / Math.sqrt(squares / 3) / Math.sqrt(3);
    }

    private double hit() {
        return random.nextDouble() < hits ? -OUTLIER * Math.log(1 - random.nextDouble()) : 0;
    }

    private static double square(double number) {
        return number * number;
    }

    /// In the time that it does not wait, the server works: it makes as many echoes as it can.
    ///
    /// @param wait share of the slice in which others had its CPU
    /// @param crowd how many of its own threads are ready all the time and wait for each other
    private static Slice slice(int cycle, double cost, double wait, double crowd) {
        var work = (1 - wait) * ELAPSED;
        return new Slice(
                cycle,
                1,
                Math.round(work / cost / 1000),
                Faults.NONE,
                ELAPSED,
                OptionalLong.of(Math.round(work)),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.of(
                        new Interference(
                                OptionalLong.of(Math.round((wait + crowd) * ELAPSED)),
                                OptionalLong.of(0),
                                OptionalLong.of(0))),
                OptionalLong.empty(),
                Optional.empty());
    }

    private static TargetResult target(String name, List<Slice> slices) {
        var role =
                switch (name) {
                    case "floor" -> Role.REFERENCE;
                    case "floor again" -> Role.CONTROL;
                    default -> Role.CONTESTANT;
                };
        var none = Optional.<Quartiles>empty();
        var summary =
                new Summary(
                        none,
                        Optional.empty(),
                        new Quartiles(1, 1, 1),
                        Optional.empty(),
                        new Latency(1, 1, 1, OptionalDouble.empty(), 1, List.of()),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        Bottleneck.UNKNOWN);
        return new TargetResult(
                name,
                name,
                Optional.empty(),
                role,
                List.of(),
                Optional.empty(),
                OptionalInt.empty(),
                Faults.NONE,
                Optional.empty(),
                Optional.empty(),
                slices,
                Optional.of(summary));
    }

    private RunResult run(int cycles, List<TargetResult> targets) {
        return new RunResult(
                1000,
                106,
                OptionalInt.empty(),
                OptionalInt.empty(),
                100,
                cycles,
                cycles,
                8,
                true,
                OptionalInt.of(0),
                Optional.empty(),
                OptionalInt.of(1),
                Optional.empty(),
                Optional.empty(),
                1,
                OptionalInt.of(1),
                OptionalInt.of(forks),
                precision,
                Optional.of("floor"),
                targets);
    }
}

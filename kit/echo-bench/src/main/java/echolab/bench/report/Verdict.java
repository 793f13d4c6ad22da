package echolab.bench.report;

import echolab.bench.result.Disturbance;
import echolab.bench.result.Pace;
import echolab.bench.result.RatioInterval;
import echolab.bench.result.Role;
import echolab.bench.result.RunResult;
import echolab.bench.result.RunResult.Drift;
import echolab.bench.result.SavedResult;
import echolab.bench.result.Summary;
import echolab.bench.result.TargetResult;
import echolab.bench.result.WarmUp;
import echolab.process.Digits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How far the figures can be trusted, in sentences.
final class Verdict {

    private Verdict() {}

    /// What to know about a run before believing it.
    static List<String> of(RunResult run) {
        if (run.cyclesDone() == 0) {
            return List.of("No cycle was measured.");
        }
        var lines = new ArrayList<String>();
        var disturbance = Disturbance.of(run);
        if (disturbance.isNotable()) {
            lines.add("Disturbed: " + disturbance.words() + ".");
        } else if (disturbance.dropped() > 0) {
            lines.add("Not disturbed, but " + disturbance.drops() + ".");
        }
        precision(run).ifPresent(lines::add);
        lines.add(check(run));
        lines.add(ratios(run));
        if (run.ratePerSecond().isPresent()) {
            lines.addAll(rate(run));
        } else {
            lines.add(load(run));
        }
        lines.add(pinning(run));
        lines.addAll(loops(run));
        lines.addAll(warmth(run));
        return lines;
    }

    private static Optional<String> precision(RunResult run) {
        return run.precision().stream()
                .mapToObj(share ->
                        run.precise()
                                ? Digits.in(
                                        "Precise enough after %,d of at most %,d cycles: no interval reaches further than %.3g %% from its estimate.",
                                        run.cyclesDone(), run.cyclesPlanned(), share * 100)
                                : Digits.in(
                                        "The time was up: after %,d cycles these intervals reach further than %.3g %% from their estimates: %s.",
                                        run.cyclesDone(),
                                        share * 100,
                                        String.join(", ", run.wide())))
                .findFirst();
    }

    /// Where and what was measured.
    static String machine(SavedResult result) {
        var machine = result.machine();
        return "%s, %s cores%s; %s; %s%s; servers with %s; %s, %s."
                .formatted(
                        machine.cpu(),
                        machine.cores(),
                        Facts.memory(machine),
                        machine.kernel(),
                        machine.jdk(),
                        result.collector().map(gc -> ", " + gc + " GC").orElse(""),
                        String.join(" ", result.jvmFlags()),
                        result.revision()
                                .map(r -> r.shortened() + (r.dirty() ? " (changed)" : ""))
                                .orElse("no git commit"),
                        result.date());
    }

    private static String check(RunResult run) {
        return run.check()
                .map(ratio ->
                        "Check of the method: "
                                + copies(run.reference().orElse("none"), ratio)
                                + run.twins()
                                        .map(t -> " On a JVM: " + copies(t.server(), t.ratio()))
                                        .orElse(""))
                .orElse(
                        "The method is not checked: there are no two copies of the reference that both lasted and show their CPU time.");
    }

    private static String copies(String name, RatioInterval ratio) {
        return "two copies of %s: %s%s"
                .formatted(
                        name,
                        ratio.words(),
                        ratio.apart()
                                ? ". They are one program and were told apart: here processes differ by that much, so a difference of this size says nothing of programs."
                                : ".");
    }

    private static String ratios(RunResult run) {
        var dropped =
                run.targets().stream()
                        .filter(t -> t.role() == Role.REFERENCE && t.failure().isPresent())
                        .map(target -> target.name() + " dropped out: ratios")
                        .findFirst();
        var draws = run.forks().orElse(1) > 1 ? "processes" : "cycles";
        var tooFew =
                run.targets().stream()
                        .filter(target -> target.role() != Role.REFERENCE)
                        .flatMap(target -> target.summary().stream())
                        .noneMatch(s -> s.ratio().filter(r -> r.low().isPresent()).isPresent());
        return "%s are to %s%s, %s; = marks what is not told apart from 1 (of runs with equal servers, 5 %% at most tell any apart)."
                .formatted(
                        dropped.orElse("Ratios"),
                        run.check().isPresent() ? "both copies of " : "",
                        run.reference().orElse("none"),
                        tooFew
                                ? "of too few " + draws + " for an interval"
                                : "in brackets the 95 % interval");
    }

    private static String load(RunResult run) {
        var cheapest = costs(run).min(Comparator.comparingDouble(Cost::server));
        if (cheapest.isEmpty()) {
            return "What the load generator cost is not known on this system.";
        }
        var cost = cheapest.get();
        var said =
                Digits.in(
                        "The load generator cost %.2f µs CPU per %s%s against the cheapest server, %s (%.2f µs)",
                        cost.load(),
                        run.unit(),
                        run.loadCpus().isPresent() ? " on its busiest CPU" : "",
                        cost.name(),
                        cost.server());
        return cost.load() <= cost.server()
                ? said + "."
                : said
                        + ": it cost more than the server, so %s/s may be its limit and not the server's."
                                .formatted(run.units());
    }

    /// Whether the rate of an open loop was kept, and if not, by whom not.
    private static List<String> rate(RunResult run) {
        var lines = new ArrayList<String>();
        var missed = summaries(run).filter(seen -> !seen.pace().kept()).toList();
        if (missed.isEmpty()) {
            lines.add(
                    Digits.in(
                            "All kept the rate of %,d messages/s.", run.ratePerSecond().orElse(0)));
        }
        missed.forEach(seen -> lines.add(missed(seen)));
        summaries(run)
                .flatMapToDouble(seen -> seen.pace().lateMillis().stream())
                .max()
                .ifPresent(late ->
                        lines.add(
                                Digits.in(
                                        "Latency counts from when a message was due. The load generator sent 99 %% of those that could be sent within %.2f ms of that.",
                                        late)));
        return lines;
    }

    private static String missed(Paced seen) {
        var pace = seen.pace();
        return Digits.in(
                "%s got %,.0f of %,d messages/s: %s%s.",
                seen.target().name(),
                pace.achievedPerSecond().median(),
                pace.intendedPerSecond(),
                why(seen.summary()),
                pace.unsent() > 0
                        ? Digits.in("; %,d messages were never sent", pace.unsent())
                        : "");
    }

    private static String why(Summary summary) {
        return switch (summary.bottleneck()) {
            case SERVER ->
                    "it used all of its CPU, so its latency grows for as long as a slice lasts";
            case BOTH -> "it and the load generator used all of their CPU";
            case CLIENT -> "the load generator used all of its CPU, so the latency is its own";
            case NEITHER ->
                    "it answered late, though neither it nor the load generator was out of CPU";
            case RATE, UNKNOWN -> "who could do no more is not known";
        };
    }

    private record Paced(TargetResult target, Summary summary, Pace pace) {}

    private static Stream<Paced> summaries(RunResult run) {
        return lasted(run)
                .flatMap(target ->
                        target.summary().stream()
                                .flatMap(s -> s.pace().stream().map(p -> new Paced(target, s, p))));
    }

    private static String pinning(RunResult run) {
        return run.unpinned()
                .orElseGet(() ->
                        "Servers on CPU %s, load on CPU%s (%s load process%s)."
                                .formatted(
                                        run.serverCpu().orElse(-1),
                                        loads(run),
                                        run.loadProcesses(),
                                        run.loadProcesses() == 1 ? "" : "es"));
    }

    private static List<String> loops(RunResult run) {
        var lines = new ArrayList<String>();
        run.serverCpus()
                .ifPresent(all ->
                        lines.add(
                                "A server with several loops has as many of CPU%s, in this order; a JVM may choose another garbage collector there."
                                        .formatted(cpus(all))));
        if (!run.sharedCpus().isEmpty()) {
            lines.add(
                    "The load shares CPU%s with servers of so many loops: their echoes per second are what both can do there together, and grow with more CPUs only."
                            .formatted(cpus(run.sharedCpus())));
        }
        return lines;
    }

    private static String loads(RunResult run) {
        return cpus(run.loadCpus().orElse(List.of(run.loadCpu().orElse(-1))));
    }

    /// For example ` 1`, or `s 3, 2`.
    private static String cpus(List<Integer> cpus) {
        var all = cpus.stream().distinct().map(String::valueOf).toList();
        return (all.size() > 1 ? "s " : " ") + String.join(", ", all);
    }

    /// CPU time per echo of a server that lasted, and of the load generator while it visited it.
    private record Cost(String name, double server, double load) {}

    private static Stream<Cost> costs(RunResult run) {
        return lasted(run)
                .flatMap(target -> target.summary().flatMap(s -> cost(target.name(), s)).stream());
    }

    private static Optional<Cost> cost(String name, Summary summary) {
        var load = summary.loadMicrosPerEcho();
        return summary.cpuMicrosPerEcho()
                .filter(_ -> load.isPresent())
                .map(server -> new Cost(name, server.median(), load.getAsDouble()));
    }

    private record Warmed(String name, WarmUp warmUp) {

        String words(String units) {
            return Digits.in(
                    "%s (%,d %s in %.1f s)", name, warmUp.echoes(), units, warmUp.nanos() / 1e9);
        }
    }

    /// Whether servers were warm when they were measured: how long that took, and whether they went on getting cheaper.
    private static List<String> warmth(RunResult run) {
        var sentences = new ArrayList<String>();
        var warmed =
                lasted(run)
                        .flatMap(t -> t.warmUp().stream().map(w -> new Warmed(t.name(), w)))
                        .sorted(Comparator.comparing(w -> w.warmUp().nanos()))
                        .toList();
        var level = warmed.stream().filter(w -> w.warmUp().level()).toList();
        if (!level.isEmpty()) {
            sentences.add(
                    "CPU per %s was level after warm-up: from %s to %s."
                            .formatted(
                                    run.unit(),
                                    level.getFirst().words(run.units()),
                                    level.getLast().words(run.units())));
        }
        if (level.size() < warmed.size()) {
            sentences.add(
                    "It still fell when the time for warm-up was up: %s."
                            .formatted(
                                    warmed.stream()
                                            .filter(w -> !w.warmUp().level())
                                            .map(w -> w.words(run.units()))
                                            .collect(Collectors.joining(", "))));
        }
        run.drifts().stream().map(Verdict::drifted).forEach(sentences::add);
        return sentences;
    }

    private static String drifted(Drift drift) {
        return "%s drifted: its ratio was %s in the first half of the cycles and %s in the second, so it is right for neither."
                .formatted(drift.server(), drift.first().words(), drift.second().words());
    }

    private static Stream<TargetResult> lasted(RunResult run) {
        return run.targets().stream().filter(target -> target.failure().isEmpty());
    }
}

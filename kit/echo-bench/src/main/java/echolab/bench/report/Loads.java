package echolab.bench.report;

import echolab.bench.chart.Numbers;
import echolab.bench.chart.Sweep;
import echolab.bench.result.RunResult;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How is a load called? `1,000 connections, messages of 106 B, closed loop`.
final class Loads {

    private Loads() {}

    static String of(RunResult run) {
        return String.join(", ", connections(run), payload(run), loop(run));
    }

    /// What all runs of a sweep have in common.
    static String withoutAxis(Sweep sweep) {
        var run = sweep.runs().getFirst();
        return Stream.of(Sweep.Axis.values())
                .filter(axis -> axis != sweep.axis())
                .map(axis ->
                        switch (axis) {
                            case CONNECTIONS -> connections(run);
                            case PAYLOAD -> payload(run);
                            case RATE -> loop(run);
                        })
                .collect(Collectors.joining(", "));
    }

    private static String connections(RunResult run) {
        return Numbers.places(run.connections(), 0)
                + (run.connections() == 1 ? " connection" : " connections");
    }

    private static String payload(RunResult run) {
        return "messages of " + Numbers.bytes(run.payloadBytes());
    }

    private static String loop(RunResult run) {
        return run.ratePerSecond().isPresent()
                ? Numbers.places(run.ratePerSecond().getAsInt(), 0) + " messages a second"
                : "closed loop";
    }
}

package echolab.bench.report;

import echolab.bench.result.Latency;
import echolab.bench.result.Quartiles;
import echolab.bench.result.RatioInterval;
import echolab.bench.result.RunResult;
import echolab.bench.result.SavedResult;
import echolab.bench.result.Summary;
import echolab.bench.result.TargetResult;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The servers of a result as CSV, a line each, for a spreadsheet: what is not known is empty. The units stand in the names.
public final class CsvReport {

    private static final String HEAD =
            "connections,payload_bytes,rate_per_second,messages_per_connection,server,role,cpu_micros_per_echo,reference,ratio,ratio_low,ratio_high,told_apart,echoes_per_second,p50_millis,p99_millis,p999_millis,max_millis,bottleneck\n";

    private CsvReport() {}

    /// @param results of our own load generator: others have no line
    public static String of(List<? extends SavedResult> results) {
        return results.stream()
                .flatMap(result -> result.runs().stream())
                .flatMap(run -> run.targets().stream().map(target -> line(run, target)))
                .collect(Collectors.joining("", HEAD, ""));
    }

    private static String line(RunResult run, TargetResult target) {
        var seen = target.summary();
        var ratio = target.ratio();
        var latency = seen.map(Summary::latencyMillis);
        return Stream.<Optional<?>>of(
                        Optional.of(run.connections()),
                        Optional.of(run.payloadBytes()),
                        run.ratePerSecond().stream().boxed().findFirst(),
                        run.messagesPerConnection().stream().boxed().findFirst(),
                        Optional.of(target.name()),
                        Optional.of(target.role()),
                        seen.flatMap(Summary::cpuMicrosPerEcho).map(Quartiles::median),
                        run.reference(),
                        ratio.map(RatioInterval::estimate),
                        ratio.flatMap(r -> r.low().stream().boxed().findFirst()),
                        ratio.flatMap(r -> r.high().stream().boxed().findFirst()),
                        ratio.map(RatioInterval::apart),
                        seen.map(Summary::echoesPerSecond).map(Quartiles::median),
                        latency.map(Latency::p50),
                        latency.map(Latency::p99),
                        latency.map(Latency::p999),
                        latency.map(Latency::max),
                        seen.map(Summary::bottleneck))
                .map(value -> value.map(CsvReport::written).orElse(""))
                .collect(Collectors.joining(",", "", "\n"));
    }

    private static String written(Object value) {
        var text =
                value instanceof Enum<?> word ? word.name().toLowerCase(Locale.ROOT) : "" + value;
        return text.matches("[^,\"\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}

package echolab.book.figure;

import echolab.bench.machine.Revision;
import echolab.bench.result.AbResult;
import echolab.bench.result.BenchResult;
import echolab.bench.result.JsonFile;
import echolab.bench.result.MeasuredServer;
import echolab.bench.result.RunResult;
import echolab.bench.result.SavedResult;
import echolab.book.ChapterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// One file of `docs/results`, and what a chapter asks of it.
///
/// @param name of the file, without `.json`
public record Result(String name, SavedResult saved) {

    /// @throws ChapterException when there is no such file, or it is no result
    public static Result read(Path root, String name) {
        var file = folder(root).resolve(name + ".json");
        if (!Files.isRegularFile(file)) {
            throw new ChapterException(
                    "there is no result %s: measure it with ./lab bench --save %s"
                            .formatted(name, name));
        }
        try {
            return new Result(name, JsonFile.read(file));
        } catch (IOException e) {
            throw new ChapterException(e.getMessage(), e);
        }
    }

    public static Path folder(Path root) {
        return root.resolve("docs/results");
    }

    /// @throws ChapterException when it is a result of another kind
    public <R extends SavedResult> R as(Class<R> type) {
        if (type.isInstance(saved)) {
            return type.cast(saved);
        }
        throw new ChapterException(
                "%s is no %s, but of another kind: %s"
                        .formatted(name, type.getSimpleName(), saved.getClass().getSimpleName()));
    }

    /// The only run that is like this.
    ///
    /// @param wanted some of `at`, `bytes` and `rate`, and what each must be
    /// @throws ChapterException when there is none, or are several: says what there is
    public RunResult run(Map<String, String> wanted) {
        var runs = as(BenchResult.class).runs();
        var found =
                runs.stream()
                        .filter(run -> load(run).entrySet().containsAll(wanted.entrySet()))
                        .toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        var has = runs.stream().map(Result::load).map(Result::words);
        throw new ChapterException(
                "%s has %s runs with %s: choose one of these by at=, bytes= or rate=: %s"
                        .formatted(
                                name,
                                found.size(),
                                words(wanted),
                                has.collect(Collectors.joining("; "))));
    }

    private static Map<String, String> load(RunResult run) {
        var load = new LinkedHashMap<String, String>();
        load.put("at", "" + run.connections());
        load.put("bytes", "" + run.payloadBytes());
        run.ratePerSecond().ifPresent(rate -> load.put("rate", "" + rate));
        return load;
    }

    private static String words(Map<String, String> load) {
        return load.entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(", "));
    }

    /// The servers of a run, those that dropped out too. ApacheBench has one load, and all are in it.
    public List<? extends MeasuredServer> servers(Map<String, String> wanted) {
        return saved instanceof AbResult ab ? ab.targets() : run(wanted).targets();
    }

    /// How many connections were busy in a run.
    public int connections(Map<String, String> wanted) {
        return saved instanceof AbResult ab ? ab.concurrency() : run(wanted).connections();
    }

    /// @throws ChapterException when none of the servers has that name: says who was measured
    public MeasuredServer server(List<? extends MeasuredServer> servers, String named) {
        for (var server : servers) {
            if (server.name().equals(named)) {
                return server;
            }
        }
        var names = servers.stream().map(MeasuredServer::name).collect(Collectors.joining(", "));
        throw new ChapterException("%s did not measure %s, but %s".formatted(name, named, names));
    }

    public String commit() {
        return saved.revision().map(Revision::commit).orElse("");
    }

    /// Whether files differed from the commit when it was measured.
    public boolean dirty() {
        return saved.revision().map(Revision::dirty).orElse(false);
    }
}

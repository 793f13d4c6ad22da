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
import java.util.List;
import java.util.Optional;
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
    /// @param at its connections
    /// @throws ChapterException when there is none, or are several: says what there is
    public RunResult run(Optional<String> at) {
        var runs = as(BenchResult.class).runs();
        var found =
                runs.stream()
                        .filter(run ->
                                at.orElse("" + run.connections()).equals("" + run.connections()))
                        .toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        var has = runs.stream().map(run -> "at=" + run.connections());
        throw new ChapterException(
                "%s has %s such runs: choose one of these: %s"
                        .formatted(name, found.size(), has.collect(Collectors.joining(", "))));
    }

    /// The servers of a run, those that dropped out too. ApacheBench has one load, and all are in it.
    public List<? extends MeasuredServer> servers(Optional<String> at) {
        return saved instanceof AbResult ab ? ab.targets() : run(at).targets();
    }

    /// How many connections were busy in a run.
    public int connections(Optional<String> at) {
        return saved instanceof AbResult ab ? ab.concurrency() : run(at).connections();
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

package echolab.cli.contract;

import echolab.bench.machine.Machine;
import echolab.bench.machine.Revision;
import echolab.bench.result.ContractResult;
import echolab.bench.result.ContractResult.Ending;
import echolab.bench.result.ContractResult.HeldCase;
import echolab.bench.result.JsonFile;
import echolab.bench.result.SavedFile;
import echolab.cli.command.KnownServers;
import echolab.cli.command.KnownServers.Known;
import echolab.contract.CaseResult;
import echolab.contract.ContractRun;
import echolab.contract.Held;
import echolab.contract.MatrixTable;
import echolab.contract.Subject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;

/// `lab contract --all`: holds every step and every installed peer against the contract, and shows who keeps what.
///
/// That a peer breaks a case is information, that a step does is a failure.
record ContractMatrix(ContractRun run, PrintWriter out, Ansi ansi, boolean terminal) {

    /// @param file where the matrix goes always
    /// @param saved where it is kept, when it is
    /// @return whether all steps keep all cases
    boolean hold(Path file, Optional<SavedFile> saved) throws IOException {
        var servers = new KnownServers(this::say).all();
        var subjects = new ArrayList<Subject>();
        for (var server : servers) {
            subjects.add(server.held().make());
        }
        var held = new ArrayList<Held>();
        for (var subject : subjects) {
            var count = "%s of %s".formatted(held.size() + 1, subjects.size());
            held.add(hold(servers.get(held.size()), subject, count));
        }
        out.println();
        out.print(new MatrixTable(held, ansi).render());
        var result = result(held);
        JsonFile.write(result, file);
        say("The matrix as JSON: " + file);
        if (saved.isPresent()) {
            JsonFile.write(result, saved.get().path());
            say(saved.get().sentence());
        }
        return held.stream().filter(it -> it.version().isEmpty()).allMatch(Held::keepsAll);
    }

    private Held hold(Known known, Subject subject, String count) {
        var name = known.name();
        var results = new ArrayList<CaseResult>();
        run.run(subject, watcher("%s, %s: ".formatted(count, name), results));
        var held = new Held(name, known.title(), known.version(), List.copyOf(results));
        if (terminal) {
            out.print("\r\033[K");
        }
        say("%s, %s: %s".formatted(count, name, held.summary()));
        return held;
    }

    private ContractRun.Watcher watcher(String prefix, List<CaseResult> results) {
        return new ContractRun.Watcher() {
            @Override
            public void begins(String name) {
                if (terminal) {
                    var line = prefix + name;
                    out.print("\r\033[K" + line.substring(0, Math.min(79, line.length())));
                    out.flush();
                }
            }

            @Override
            public void ends(CaseResult result) {
                results.add(result);
            }
        };
    }

    /// As a result that a file can hold.
    static ContractResult result(List<Held> subjects) {
        return new ContractResult(
                ContractResult.VERSION,
                ContractResult.KIND,
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                Machine.here(),
                Revision.here(),
                subjects.stream().map(ContractMatrix::subject).toList());
    }

    private static ContractResult.Subject subject(Held held) {
        var cases = held.cases().stream().map(ContractMatrix::held).toList();
        return new ContractResult.Subject(held.name(), held.title(), held.version(), cases);
    }

    private static HeldCase held(CaseResult result) {
        var ending = Ending.valueOf(result.outcome().name());
        return new HeldCase(result.name(), ending, result.seen(), result.took().toMillis());
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}

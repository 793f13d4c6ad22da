package echolab.bench.run;

import echolab.bench.load.LoadProcesses;
import echolab.bench.machine.Pinning;
import echolab.bench.result.Role;
import echolab.process.ServerProcess;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Servers one process at a time, in rounds, all of them under the same load.
///
/// @param <R> what a round saw of a server
/// @param <T> what all rounds come to
abstract class LoadedRounds<R, T> extends RoundsRun<R, T> {

    /// What is done to a server that the load process knows.
    @FunctionalInterface
    interface Visit<S> {
        S with(Contender contender) throws IOException;
    }

    private Optional<LoadProcesses> load = Optional.empty();

    LoadedRounds(Pinning pinning, int rounds, List<Target> targets, Progress progress) {
        super(pinning, rounds, targets, progress);
    }

    @Override
    public void run() throws IOException {
        try (var processes = new LoadProcesses(pinning.loadPrefixes())) {
            load = Optional.of(processes);
            prepare();
            super.run();
        }
    }

    /// What the load process does before the first server is looked at.
    void prepare() throws IOException {}

    /// Its part in the comparison, if there is one.
    Role role(Target target) {
        return Role.CONTESTANT;
    }

    /// Gives a server to the load process, and closes its connections afterwards.
    final <S> S loaded(Target target, ServerProcess server, Visit<S> visit) throws IOException {
        var generator = load.orElseThrow();
        try {
            return visit.with(new Contender(0, target, role(target), server, generator, pinning));
        } finally {
            generator.disconnect(0);
        }
    }
}

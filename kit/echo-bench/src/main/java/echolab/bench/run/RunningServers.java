package echolab.bench.run;

import echolab.bench.load.LoadProcesses;
import echolab.bench.machine.Pinning;
import echolab.bench.result.Role;
import echolab.process.ServerProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All servers of a run and the load processes that visit them, alive at once.
///
/// A load holds the connections to as many servers as the file descriptors of a process allow; only then is another started.
final class RunningServers implements AutoCloseable {

    private final Pinning pinning;
    private final int targetsPerLoad;
    private final List<Contender> contenders = new ArrayList<>();
    private final List<LoadProcesses> loads = new ArrayList<>();
    private final List<Measured> absent = new ArrayList<>();

    RunningServers(Pinning pinning, int targetsPerLoad) {
        this.pinning = pinning;
        this.targetsPerLoad = targetsPerLoad;
    }

    /// Starts a server. One that does not start is noted, and the others go on.
    void start(Target target, Role role) throws IOException {
        var load = loadForNext();
        ServerProcess server;
        try {
            server = target.start(pinning);
        } catch (IOException e) {
            note(target, role, e.getMessage());
            return;
        }
        synchronized (this) {
            contenders.add(new Contender(contenders.size(), target, role, server, load, pinning));
        }
    }

    /// Those that have not dropped out, in the order in which they were started.
    synchronized List<Contender> running() {
        return contenders.stream().filter(Contender::isRunning).toList();
    }

    /// What was seen of each so far, in the order in which they were started; those that did not start come last.
    synchronized List<Measured> measured() {
        var all = new ArrayList<Measured>();
        contenders.forEach(contender -> all.add(contender.measured()));
        all.addAll(absent);
        return all;
    }

    synchronized int loadProcesses() {
        return loads.stream().mapToInt(LoadProcesses::count).sum();
    }

    private LoadProcesses loadForNext() throws IOException {
        if (contenders.size() >= loads.size() * (long) targetsPerLoad) {
            var load = new LoadProcesses(pinning.loadPrefixes());
            synchronized (this) {
                loads.add(load);
            }
        }
        return loads.getLast();
    }

    private synchronized void note(Target target, Role role, String why) {
        absent.add(Measured.none(target, role, Optional.of(why)));
    }

    @Override
    public void close() {
        contenders.forEach(Contender::close);
        loads.forEach(LoadProcesses::close);
    }
}

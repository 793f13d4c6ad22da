package echolab.walk;

import com.sun.jdi.Location;
import com.sun.jdi.StackFrame;
import echolab.EchoStep;
import echolab.process.ServerProcess;
import echolab.walk.Recording.Frame;
import echolab.walk.Recording.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Records a scene: a client acts while all threads of the server sleep; then they go on, one at a time and line by line, until all of
/// them sleep again.
public final class WalkRecorder implements AutoCloseable {

    /// More than a scene can have: a loop that spins would fill the disk.
    private static final int MOST_STEPS = 3000;

    private final Scene scene;
    private final Stage stage;
    private final ServerProcess server;
    private final SourceText source;
    private final KernelQueues kernel;
    private final ScriptedClients clients;
    private final Values values;
    private final Stillness rest;
    private final Debuggee debuggee;

    private final Map<String, Integer> threads = new LinkedHashMap<>();
    private final Map<Frame, Integer> frames = new LinkedHashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, String> known = new LinkedHashMap<>();
    private final List<Saying> unsaid;
    private final Deque<Act> acts;
    private boolean stopped;
    private String ending = "";

    private WalkRecorder(Scene scene, Stage stage, Path root, ServerProcess server)
            throws IOException {
        this.scene = scene;
        this.stage = stage;
        this.server = server;
        this.unsaid = new ArrayList<>(scene.sayings());
        this.acts = new ArrayDeque<>(scene.acts());
        this.source = new SourceText(stage.sources(root));
        this.kernel = new KernelQueues(server.address().getPort());
        this.clients = new ScriptedClients(server.address(), kernel);
        this.values = new Values(stage, clients, server.pid());
        this.rest = new Stillness(server.pid());
        this.debuggee = new Debuggee(server, stage, rest);
    }

    /// @param step whose scene it is
    /// @param classes where its classes are, if not where they were found
    /// @param root the folder that holds the module that the server was compiled from
    /// @throws IOException when it does not start, or does not come to rest
    public static Recording record(EchoStep step, Scene scene, Optional<Path> classes, Path root)
            throws IOException {
        var stage = new Stage(step.id(), scene.stage());
        try (var server =
                        ServerProcess.start(
                                Curtain.command(step, stage, scene.program(), classes));
                var recorder = new WalkRecorder(scene, stage, root, server)) {
            return recorder.record(step.id());
        }
    }

    private Recording record(String step) throws IOException {
        while (!acts.isEmpty() && ending.isEmpty()) {
            perform(acts.remove(), null);
        }
        if (ending.isEmpty()) {
            debuggee.letApartGo();
            walk(null);
        }
        var mayEnd = List.of(Act.Verb.STOPS, Act.Verb.BEGINS);
        if (debuggee.isDead() && scene.acts().stream().map(Act::verb).noneMatch(mayEnd::contains)) {
            throw server.failure("the debugger lost it");
        }
        var told = List.copyOf(frames.keySet());
        var awake = Repeats.leftParked(steps, at -> told.get(at).method().endsWith(".park"));
        return new Recording(
                step,
                scene.title(),
                scene.about(),
                source.shown(),
                List.copyOf(threads.keySet()),
                told,
                Repeats.leftOut(awake),
                ending,
                scene.wrong());
    }

    /// It happens while all threads sleep, or one stands at a line; then all others go on until they sleep.
    ///
    /// @param standing who is left where it stands; null for nobody
    private void perform(Act act, Runner standing) throws IOException {
        stop(stopped || act.together());
        switch (act.verb()) {
            case STOPS -> server.signal("TERM");
            case BEGINS -> debuggee.raiseCurtain();
            case WAITS -> debuggee.awaitTimer();
            case FLOODS -> flood(act);
            default -> {
                if (!clients.perform(act) && act.verb() == Act.Verb.RECEIVES) {
                    ending =
                            "The recording ends here: %s, all threads of the server sleep, and nothing is on its way. Where does it stand?"
                                    .formatted(act);
                }
            }
        }
        note(act);
        if (standing != null) {
            steps.add(steps.removeLast().saying(standing.name + " is held at its line meanwhile."));
        }
        stop(act.together());
        if (!act.together()) {
            debuggee.look(act.recorded());
            walk(standing);
            debuggee.look(true);
        }
    }

    /// Until neither side has anything left to do.
    private void flood(Act act) throws IOException {
        debuggee.look(false);
        for (var idle = 0; idle < 2; ) {
            idle = clients.perform(act) ? 0 : idle + 1;
            walk(null);
        }
    }

    /// What several clients do at once must not wake the server before the last has done it: meanwhile the whole process is stopped.
    private void stop(boolean wanted) throws IOException {
        if (wanted && !stopped) {
            server.signal("STOP");
            Stillness.await(rest::isStopped, "SIGSTOP has not stopped the server in two minutes");
        } else if (stopped && !wanted) {
            server.signal("CONT");
        }
        stopped = wanted;
    }

    private void walk(Runner standing) throws IOException {
        for (var next = debuggee.next(null, standing);
                next.isPresent() && ending.isEmpty();
                next = debuggee.next(next.get(), standing)) {
            var runner = next.get();
            note(runner);
            if (!acts.isEmpty() && acts.element().place().equals(runner.place)) {
                perform(acts.remove(), runner);
            }
            if (steps.size() >= MOST_STEPS) {
                ending =
                        "The recording ends here, after %s steps: does the loop spin?"
                                .formatted(MOST_STEPS);
            }
        }
    }

    private void note(Act act) throws IOException {
        kernel.look();
        debuggee.runners().forEach(values::meet);
        var seen = stopped ? Map.<String, String>of() : values.seen();
        var saying = saying(act.client() + "." + act.verb().said(), act.object(), seen);
        tell(-1, -1, act.toString(), List.of(), seen, saying);
    }

    private void note(Runner runner) throws IOException {
        var all = Runner.frames(runner.thread);
        runner.isIn(method(all.getFirst().location()));
        var walked = all.stream().filter(debuggee::isWalked).toList();
        if (!debuggee.isWalked(all.getFirst()) || walked.stream().anyMatch(this::isHidden)) {
            return;
        }
        kernel.look();
        values.meet(runner);
        for (var frame : walked) values.meet(frame.thisObject());
        var seen = values.seen();
        var location = walked.getFirst().location();
        var code = source.lines(file(location)).get(location.lineNumber() - 1);
        var saying = saying(method(location), code, seen);
        var thread = threads.computeIfAbsent(runner.name, _ -> threads.size());
        runner.calls = new ArrayList<>();
        tell(thread, stack(walked), "", runner.calls, seen, saying);
    }

    private void tell(
            int thread,
            int frame,
            String client,
            List<String> calls,
            Map<String, String> seen,
            Saying saying) {
        steps.add(
                new Step(
                        thread,
                        frame,
                        client,
                        calls,
                        changed(seen),
                        changed(clients.queues()),
                        saying.words(),
                        saying.question()));
    }

    private boolean isHidden(StackFrame frame) {
        var method = method(frame.location());
        return method.endsWith(".<clinit>") || stage.hidden.contains(method);
    }

    /// Each once, where it first fits.
    private Saying saying(String place, String code, Map<String, String> seen) {
        var fitting = unsaid.stream().filter(saying -> saying.fits(place, code, seen)).findFirst();
        fitting.ifPresent(unsaid::remove);
        return fitting.orElse(Saying.NOTHING);
    }

    /// @return the number of the innermost frame
    private int stack(List<StackFrame> walked) throws IOException {
        var caller = -1;
        for (var frame : walked.reversed()) {
            var location = frame.location();
            var line = location.lineNumber();
            var file = source.show(file(location), line);
            var told = new Frame(caller, file, method(location), line);
            caller = frames.computeIfAbsent(told, _ -> frames.size());
        }
        return caller;
    }

    private static String file(Location location) {
        var type = location.declaringType().name();
        return type.replaceFirst("\\$.*", "").replace('.', '/') + ".java";
    }

    /// A lambda is part of the method that it stands in.
    private static String method(Location location) {
        var name = location.method().name().replaceFirst("^lambda\\$(\\w+)\\$\\d+$", "$1");
        return Values.simpleName(location.declaringType()) + "." + name;
    }

    private Map<String, String> changed(Map<String, String> seen) {
        var changed = new LinkedHashMap<>(seen);
        changed.entrySet()
                .removeIf(now -> now.getValue().equals(known.put(now.getKey(), now.getValue())));
        return changed;
    }

    @Override
    public void close() throws IOException {
        try (clients) {
            stop(false); // one that is stopped never answers a debugger
            debuggee.close();
        }
    }
}

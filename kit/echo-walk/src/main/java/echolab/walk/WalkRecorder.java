package echolab.walk;

import com.sun.jdi.AbsentInformationException;
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
import java.util.TreeMap;

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

    private final List<String> threads = new ArrayList<>();
    private final Map<Frame, Integer> frames = new LinkedHashMap<>();
    private final List<String> files = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, String> knownValues = new LinkedHashMap<>();
    private final Map<String, String> knownQueues = new LinkedHashMap<>();
    private final List<Saying> said = new ArrayList<>();
    private final Deque<Act> acts;
    private boolean stopped;
    private boolean kernelMoved = true;
    private String ending = "";

    private WalkRecorder(Scene scene, Stage stage, Path sources, ServerProcess server)
            throws IOException {
        this.scene = scene;
        this.acts = new ArrayDeque<>(scene.acts());
        this.stage = stage;
        this.server = server;
        this.source = new SourceText(sources);
        this.kernel = new KernelQueues(server.address().getPort());
        this.clients = new ScriptedClients(server.address(), kernel);
        this.values = new Values(stage, kernel, server.pid());
        this.rest = new Stillness(server.pid());
        this.debuggee = new Debuggee(server, stage, rest, this::called);
    }

    /// @param step whose scene it is
    /// @param classes where its classes are, if not where they were found
    /// @param root the folder that holds the module that the server was compiled from
    /// @throws IOException when it does not start, or does not come to rest
    public static Recording record(EchoStep step, Scene scene, Optional<Path> classes, Path root)
            throws IOException {
        var stage = Stage.of(step.id(), scene.stage());
        var sources = root.resolve(stage.folder()).resolve("src/main/java");
        try (var server = ServerProcess.start(Curtain.command(step, scene, classes));
                var recorder = new WalkRecorder(scene, stage, sources, server)) {
            return recorder.record(step.id());
        }
    }

    private Recording record(String step) throws IOException {
        while (!acts.isEmpty() && ending.isEmpty()) {
            perform(acts.remove());
        }
        if (!debuggee.isDead() && ending.isEmpty()) {
            debuggee.letApartGo();
            walk(null);
        }
        var mayEnd = List.of(Act.Verb.STOPS, Act.Verb.BEGINS);
        if (debuggee.isDead() && scene.acts().stream().map(Act::verb).noneMatch(mayEnd::contains)) {
            throw server.failure("the debugger lost it");
        }
        var shown = new TreeMap<Integer, Map<Integer, String>>();
        files.forEach(file -> shown.put(shown.size(), source.shown().get(file)));
        var named = new LinkedHashMap<String, Map<Integer, String>>();
        shown.forEach((number, lines) -> named.put(nameOf(files.get(number)), lines));
        return new Recording(
                step,
                scene.title(),
                scene.about(),
                named,
                threads,
                List.copyOf(frames.keySet()),
                Repeats.leftOut(steps),
                ending,
                scene.wrong());
    }

    private static String nameOf(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    private void perform(Act act) throws IOException {
        switch (act.verb()) {
            case STOPS, BEGINS, WAITS -> {
                note(act, "");
                bringAbout(act);
                walk(null);
            }
            case FLOODS -> repeat(act);
            default -> {
                stop(stopped || act.together());
                if (!clients.perform(act) && act.verb() == Act.Verb.RECEIVES) {
                    ending =
                            "The recording ends here: %s, all threads of the server sleep, and nothing is on its way. Where does it stand?"
                                    .formatted(act);
                }
                note(act, "");
                stop(act.together());
                if (!act.together()) {
                    go(act);
                }
            }
        }
    }

    private void bringAbout(Act act) throws IOException {
        switch (act.verb()) {
            case STOPS -> server.signal("TERM");
            case BEGINS -> debuggee.raiseCurtain();
            default -> debuggee.awaitTimer();
        }
    }

    /// While one stands where it is, all others go on until they sleep.
    private void meanwhile(Act act, Runner standing) throws IOException {
        note(act, "%s is held at its line meanwhile.".formatted(standing.name));
        bringAbout(act);
        walk(standing);
    }

    /// What several clients do at once must not wake the server before the last has done it: meanwhile the whole process is stopped.
    private void stop(boolean wanted) throws IOException {
        if (wanted && !stopped) {
            server.signal("STOP");
            while (!rest.isStopped()) {
                Thread.onSpinWait();
            }
        } else if (stopped && !wanted) {
            server.signal("CONT");
        }
        stopped = wanted;
    }

    private void go(Act act) throws IOException {
        if (act.recorded()) {
            walk(null);
        } else {
            debuggee.letGo();
            debuggee.lookAgain();
            kernelMoved = true;
        }
    }

    /// Without looking, again and again, until neither side has anything left to do.
    private void repeat(Act act) throws IOException {
        var idle = 0;
        while (idle < 2) {
            idle = clients.perform(act) ? 0 : idle + 1;
            debuggee.letGo();
        }
        debuggee.lookAgain();
        note(act, "");
    }

    /// @param standing who is left where it stands; null for nobody
    private void walk(Runner standing) throws IOException {
        Runner last = null;
        for (var next = debuggee.next(null, standing);
                next.isPresent();
                next = debuggee.next(last, standing)) {
            last = next.get();
            note(last);
            if (!acts.isEmpty() && acts.element().place().equals(last.place())) {
                meanwhile(acts.remove(), last);
            }
            if (steps.size() >= MOST_STEPS) {
                ending =
                        "The recording ends here, after %s steps: does the loop spin?"
                                .formatted(MOST_STEPS);
                return;
            }
        }
    }

    private void note(Act act, String words) throws IOException {
        kernel.look();
        debuggee.runners().forEach(runner -> values.meet(runner.thread, runner.name));
        var seen = stopped ? Map.<String, String>of() : values.seen();
        var saying = saying(act.client() + "." + act.verb().said(), act.object(), seen);
        steps.add(
                new Step(
                        -1,
                        -1,
                        act.toString(),
                        new ArrayList<>(),
                        changed(knownValues, seen),
                        changed(knownQueues, clients.queues()),
                        (words + " " + saying.words()).strip(),
                        saying.question()));
    }

    private void note(Runner runner) throws IOException {
        var all = runner.frames();
        runner.isIn(method(all.getFirst().location()));
        var walked = all.stream().filter(this::isWalked).toList();
        if (!isWalked(all.getFirst()) || walked.stream().anyMatch(this::isHidden)) {
            return;
        }
        if (kernelMoved) {
            kernel.look();
            kernelMoved = false;
        }
        values.meet(runner.thread, runner.name);
        for (var frame : walked) {
            values.meet(frame.thisObject(), clients.ports());
        }
        var seen = values.seen();
        var location = walked.getFirst().location();
        var code = source.line(file(location), location.lineNumber());
        var saying = saying(method(location), code, seen);
        steps.add(
                new Step(
                        thread(runner),
                        stack(walked),
                        "",
                        new ArrayList<>(),
                        changed(knownValues, seen),
                        changed(knownQueues, clients.queues()),
                        saying.words(),
                        saying.question()));
    }

    private boolean isWalked(StackFrame frame) {
        return debuggee.isWalked(frame.location().declaringType().name());
    }

    private boolean isHidden(StackFrame frame) {
        var method = method(frame.location());
        return method.endsWith(".<clinit>") || stage.hidden().contains(method);
    }

    /// Each once, where it first fits.
    private Saying saying(String place, String code, Map<String, String> seen) {
        var fitting =
                scene.sayings().stream()
                        .filter(saying -> !said.contains(saying) && saying.fits(place, code, seen))
                        .findFirst();
        fitting.ifPresent(said::add);
        return fitting.orElse(Saying.NOTHING);
    }

    private int thread(Runner runner) {
        if (!threads.contains(runner.name)) {
            threads.add(runner.name);
        }
        return threads.indexOf(runner.name);
    }

    /// @return the number of the innermost frame
    private int stack(List<StackFrame> walked) {
        var caller = -1;
        for (var frame : walked.reversed()) {
            var location = frame.location();
            var file = file(location);
            if (!files.contains(file)) {
                files.add(file);
            }
            source.line(file, 1);
            source.show(file, location.lineNumber());
            var told =
                    new Frame(caller, files.indexOf(file), method(location), location.lineNumber());
            frames.putIfAbsent(told, frames.size());
            caller = frames.get(told);
        }
        return caller;
    }

    private static String file(Location location) {
        try {
            return location.sourcePath();
        } catch (AbsentInformationException e) {
            throw new IllegalStateException(location + " was compiled without its line numbers", e);
        }
    }

    /// A lambda is part of the method that it stands in.
    private static String method(Location location) {
        var name = location.method().name().replaceFirst("^lambda\\$(\\w+)\\$\\d+$", "$1");
        return Values.simpleName(location.declaringType()) + "." + name;
    }

    private static Map<String, String> changed(
            Map<String, String> known, Map<String, String> seen) {
        var changed = new LinkedHashMap<String, String>();
        seen.forEach((name, value) -> {
            if (!value.equals(known.put(name, value))) {
                changed.put(name, value);
            }
        });
        return changed;
    }

    /// The line that the thread was last seen at has made a system call.
    private void called(Runner runner, String call) {
        kernelMoved = true;
        for (var step : steps.reversed()) {
            if (step.thread() >= 0 && threads.get(step.thread()).equals(runner.name)) {
                step.calls().add(call);
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (clients) {
            stop(false); // one that is stopped never answers a debugger
            debuggee.close();
        }
    }
}

package echolab.walk;

import static java.util.Comparator.comparingLong;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.LocatableEvent;
import com.sun.jdi.event.MethodEntryEvent;
import com.sun.jdi.event.StepEvent;
import com.sun.jdi.event.VMDeathEvent;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.EventRequest;
import com.sun.jdi.request.MethodEntryRequest;
import com.sun.jdi.request.StepRequest;
import echolab.process.ServerProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/// A server under our debugger: each thread that runs the step's code is a [Runner], held at each line, and one of them at a time goes on.
///
/// Which one that is never depends on which was faster: the one that runs goes on until it waits; then, once nothing in the process
/// runs, the first of those that are held by now.
final class Debuggee implements AutoCloseable {

    /// What the JVM is started with. It listens for us on a port of loopback that the system chooses, and compiles nothing, which would
    /// only add threads that run now and then.
    static final List<String> JVM_FLAGS =
            List.of(
                    "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0,includevirtualthreads=y",
                    "-Xint",
                    "-XX:+UseSerialGC");

    private static final Pattern LISTENING =
            Pattern.compile("transport dt_socket at address: (\\d+)");
    private static final long LIMIT_NANOS = 120_000_000_000L;

    private final VirtualMachine vm;
    private final Stage stage;
    private final Stillness rest;
    private final BiConsumer<Runner, String> called;
    private final Map<ThreadReference, Runner> runners = new HashMap<>();
    private final List<ThreadReference> apart = new ArrayList<>();
    private final List<EventRequest> requests = new ArrayList<>();
    private int unnamed;
    private boolean looking = true;
    private boolean dead;

    /// @param called is told each system call, as far as it can be seen, and who makes it
    Debuggee(ServerProcess server, Stage stage, Stillness rest, BiConsumer<Runner, String> called)
            throws IOException {
        this.stage = stage;
        this.called = called;
        this.rest = rest;
        this.vm = attach(server);
        awaitRest();
        watch();
    }

    private static VirtualMachine attach(ServerProcess server) throws IOException {
        var port =
                server.tail().stream()
                        .map(LISTENING::matcher)
                        .filter(java.util.regex.Matcher::find)
                        .map(found -> found.group(1))
                        .findFirst()
                        .orElseThrow(() -> server.failure("it opened no port for a debugger"));
        var connector =
                Bootstrap.virtualMachineManager().attachingConnectors().stream()
                        .filter(one -> one.transport().name().equals("dt_socket"))
                        .findFirst()
                        .orElseThrow();
        var arguments = connector.defaultArguments();
        arguments.get("hostname").setValue("127.0.0.1");
        arguments.get("port").setValue(port);
        try {
            return connector.attach(arguments);
        } catch (IllegalConnectorArgumentsException e) {
            throw new IOException("the debugger refused its arguments: " + e.getMessage(), e);
        }
    }

    private void watch() {
        for (var pattern : stage.classes()) {
            request(pattern, stage.without());
        }
        Calls.CLASSES.forEach(type -> request(type, List.of()));
        meetAll();
    }

    /// Threads that are in the step's code already, and sleep there.
    private void meetAll() {
        vm.suspend();
        for (var thread : vm.allThreads().stream().sorted(comparingLong(Runner::age)).toList()) {
            if (isIgnored(thread) && !apart.contains(thread)) {
                thread.suspend(); // once more than all are: it stays so
                apart.add(thread);
            } else if (isInStep(thread)) {
                runner(thread);
            }
        }
        vm.resume();
    }

    private void request(String pattern, List<String> without) {
        MethodEntryRequest request = vm.eventRequestManager().createMethodEntryRequest();
        request.addClassFilter(pattern);
        without.forEach(request::addClassExclusionFilter);
        request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
        request.enable();
        requests.add(request);
    }

    private boolean isInStep(ThreadReference thread) {
        try {
            return thread.frames().stream()
                    .anyMatch(frame -> isWalked(frame.location().declaringType().name()));
        } catch (com.sun.jdi.IncompatibleThreadStateException _) {
            return false;
        }
    }

    /// The classes that the JVM makes of lambdas have no lines to look at.
    boolean isWalked(String type) {
        return !type.contains("$$")
                && matches(stage.classes(), type)
                && !matches(stage.without(), type);
    }

    private static boolean matches(List<String> patterns, String type) {
        return patterns.stream()
                .anyMatch(pattern ->
                        pattern.endsWith("*")
                                ? type.startsWith(pattern.substring(0, pattern.length() - 1))
                                : type.equals(pattern));
    }

    private Runner runner(ThreadReference thread) {
        return runners.computeIfAbsent(
                thread,
                _ -> {
                    var steps =
                            vm.eventRequestManager()
                                    .createStepRequest(
                                            thread, StepRequest.STEP_LINE, StepRequest.STEP_INTO);
                    stage.classes().forEach(steps::addClassFilter);
                    stage.without().forEach(steps::addClassExclusionFilter);
                    steps.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
                    steps.enable();
                    requests.add(steps);
                    return new Runner(thread, nameOf(thread));
                });
    }

    /// Many tasks have no name, and one may be called as the thread that carries it.
    private String nameOf(ThreadReference thread) {
        var name = thread.name();
        var taken = runners.values().stream().anyMatch(other -> other.name.equals(name));
        return name.isEmpty() ? "task " + ++unnamed : taken ? "task " + name : name;
    }

    List<Runner> runners() {
        return runners.values().stream().sorted(comparingLong(one -> one.age)).toList();
    }

    boolean isDead() {
        return dead;
    }

    /// The next line to look at: of the thread that runs, until it waits; then of another. Nothing when all sleep.
    ///
    /// @param last who was held before; null for nobody
    /// @param standing whose turn it is not; null for nobody
    Optional<Runner> next(Runner last, Runner standing) throws IOException {
        if (last != null && !dead) {
            last.goOn();
            awaitRestOr(last);
            if (last.isHeld()) {
                return Optional.of(last);
            }
        } else {
            awaitRest();
        }
        return runners().stream()
                .filter(runner -> runner.isHeld() && runner != standing)
                .findFirst();
    }

    /// Whoever waits for the end of a thread that was left apart would wait for ever.
    void letApartGo() {
        if (!dead) {
            apart.forEach(ThreadReference::resume);
        }
        apart.clear();
    }

    /// Lets the program of a scene run.
    void raiseCurtain() throws IOException {
        for (var thread : vm.allThreads()) {
            if (thread.name().equals("main")) {
                thread.interrupt();
            }
        }
    }

    /// Waits until a thread wakes by itself.
    void awaitTimer() throws IOException {
        var deadline = System.nanoTime() + LIMIT_NANOS;
        while (!dead && runners().stream().noneMatch(Runner::isHeld)) {
            take(1);
            requireBefore(deadline);
        }
    }

    /// Lets all go on without looking, until all sleep.
    void letGo() throws IOException {
        requests.forEach(EventRequest::disable);
        looking = false;
        for (var runner : runners()) {
            if (runner.isHeld()) {
                runner.goOn();
            }
        }
        awaitRest();
    }

    /// Looks again, at threads that have come meanwhile, too.
    void lookAgain() {
        if (!dead) {
            looking = true;
            requests.removeIf(Debuggee::isOver);
            requests.forEach(EventRequest::enable);
            meetAll();
        }
    }

    private static boolean isOver(EventRequest request) {
        return request instanceof StepRequest steps
                && steps.thread().status() == ThreadReference.THREAD_STATUS_ZOMBIE;
    }

    private void awaitRest() throws IOException {
        awaitRestOr(null);
    }

    /// Waits until this one is held, or nothing in the process runs.
    private void awaitRestOr(Runner wanted) throws IOException {
        var deadline = System.nanoTime() + LIMIT_NANOS;
        while (!dead && !(wanted != null && wanted.isHeld())) {
            if (take(1) || !rest.isProven()) {
                requireBefore(deadline);
                continue;
            }
            // what was sent before the last thread fell asleep may still be on its way to us; the
            // answer comes after it
            flush();
            if (!take(1)) {
                return;
            }
        }
    }

    private void flush() {
        try {
            vm.classesByName("java.lang.Object");
        } catch (VMDisconnectedException _) {
            dead = true;
        }
    }

    private void requireBefore(long deadline) throws IOException {
        if (System.nanoTime() - deadline > 0) {
            throw new IOException(
                    "the server does not come to rest: for %s s some thread of it has always run; does its loop spin?"
                            .formatted(LIMIT_NANOS / 1_000_000_000));
        }
    }

    /// @return whether anything came
    private boolean take(int millis) throws IOException {
        try {
            var set = vm.eventQueue().remove(millis);
            if (set != null) {
                sort(set);
            }
            return set != null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a server was walked through", e);
        } catch (VMDisconnectedException _) {
            dead = true;
            return false;
        }
    }

    private void sort(EventSet set) {
        var holds = false;
        for (var event : set) {
            switch (event) {
                case VMDeathEvent _, VMDisconnectEvent _ -> dead = true;
                case LocatableEvent any when isIgnored(any.thread()) -> {}
                case MethodEntryEvent entry when Calls.isOne(entry.method()) ->
                        Optional.ofNullable(runners.get(entry.thread()))
                                .ifPresent(runner ->
                                        called.accept(runner, Calls.nameOf(entry.method())));
                case MethodEntryEvent entry
                        when isWalked(entry.method().declaringType().name()) -> {
                    holds |= !runners.containsKey(entry.thread());
                    runner(entry.thread());
                }
                case StepEvent _ -> holds = true;
                default -> {}
            }
        }
        // what was on its way when we looked away holds nobody
        if (holds && looking && set.iterator().next() instanceof LocatableEvent event && !dead) {
            runner(event.thread()).hold(set);
        } else {
            set.resume();
        }
    }

    private boolean isIgnored(ThreadReference thread) {
        return stage.apart().stream().anyMatch(thread.name()::startsWith);
    }

    @Override
    public void close() {
        try {
            vm.dispose();
        } catch (VMDisconnectedException _) {
            // it has ended, which is what some scenes are about
        }
    }
}

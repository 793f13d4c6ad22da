package echolab.walk;

import static java.util.Comparator.comparingLong;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.Method;
import com.sun.jdi.StackFrame;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.MethodEntryEvent;
import com.sun.jdi.event.StepEvent;
import com.sun.jdi.event.VMDeathEvent;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.EventRequest;
import com.sun.jdi.request.StepRequest;
import echolab.process.ServerProcess;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A server under our debugger: each thread that runs the step's code is a [Runner], held at each line, and one of them at a time goes on.
///
/// Which one that is never depends on which was faster: the one that runs goes on until it waits; then, once nothing in the process
/// runs, the first of those that are held by now.
final class Debuggee implements AutoCloseable {

    private final VirtualMachine vm;
    private final Stage stage;
    private final Stillness rest;
    private final Map<ThreadReference, Runner> runners = new HashMap<>();
    private int unnamed;
    private boolean looking = true;
    private boolean dead;

    Debuggee(ServerProcess server, Stage stage, Stillness rest) throws IOException {
        this.stage = stage;
        this.rest = rest;
        this.vm = attach(String.join("\n", server.tail()));
        await(this::isAtRest);
        for (var pattern : stage.classes) request(pattern, stage.without);
        stage.calls.keySet().stream()
                .map(call -> call.substring(0, call.lastIndexOf('.')))
                .distinct()
                .forEach(type -> request(type, List.of()));
        meetSleepers();
    }

    /// By the port that it printed: by its number the JDK leaves a file in `/tmp`, and fails where another user has left one.
    private static VirtualMachine attach(String printed) throws IOException {
        var connector =
                Bootstrap.virtualMachineManager().attachingConnectors().stream()
                        .filter(one -> one.name().equals("com.sun.jdi.SocketAttach"))
                        .findFirst()
                        .orElseThrow();
        var arguments = connector.defaultArguments();
        var port = printed.replaceAll("(?s).*dt_socket at address: (\\d+).*", "$1");
        arguments.get("hostname").setValue("127.0.0.1");
        arguments.get("port").setValue(port);
        try {
            return connector.attach(arguments);
        } catch (IllegalConnectorArgumentsException e) {
            throw new IOException("the debugger refused its arguments: " + e.getMessage(), e);
        }
    }

    private void request(String pattern, List<String> without) {
        var entries = vm.eventRequestManager().createMethodEntryRequest();
        entries.addClassFilter(pattern);
        without.forEach(entries::addClassExclusionFilter);
        entries.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
        entries.enable();
    }

    /// Threads that are in the step's code already, and sleep there.
    private void meetSleepers() {
        vm.suspend();
        vm.allThreads().stream()
                .filter(thread -> Runner.frames(thread).stream().anyMatch(this::isWalked))
                .filter(thread -> !isApart(thread))
                .sorted(comparingLong(Runner::age))
                .forEach(this::runner);
        vm.resume();
    }

    boolean isWalked(StackFrame frame) {
        return stage.isWalked(frame.location().declaringType().name());
    }

    private boolean isApart(ThreadReference thread) {
        return stage.apart.stream().anyMatch(thread.name()::startsWith);
    }

    private Runner runner(ThreadReference thread) {
        return runners.computeIfAbsent(
                thread,
                _ -> {
                    var steps =
                            vm.eventRequestManager()
                                    .createStepRequest(
                                            thread, StepRequest.STEP_LINE, StepRequest.STEP_INTO);
                    stage.classes.forEach(steps::addClassFilter);
                    stage.without.forEach(steps::addClassExclusionFilter);
                    steps.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
                    steps.enable();
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
        if (last != null) {
            last.goOn();
        }
        await(() -> last != null && last.isHeld() || isAtRest());
        return Stream.concat(Stream.ofNullable(last), runners().stream())
                .filter(runner -> runner.isHeld() && runner != standing && !dead)
                .findFirst();
    }

    /// Whether it is seen from now on what its threads do; all of them sleep now. Of one that is seen again, the line at which it sleeps is the first.
    void look(boolean wanted) {
        if (wanted == looking || dead) return;
        looking = wanted;
        var requests = vm.eventRequestManager();
        requests.methodEntryRequests().forEach(request -> request.setEnabled(wanted));
        requests.stepRequests().stream()
                .filter(steps -> steps.thread().status() != ThreadReference.THREAD_STATUS_ZOMBIE)
                .forEach(steps -> steps.setEnabled(wanted));
        if (wanted) {
            meetSleepers();
        }
    }

    /// Lets those go on that were left apart: whoever waits for their end would wait for ever.
    void letApartGo() {
        if (!dead) vm.resume();
    }

    /// Lets the program of a scene run.
    void raiseCurtain() {
        vm.allThreads().stream()
                .filter(thread -> thread.name().equals("main"))
                .forEach(ThreadReference::interrupt);
    }

    /// Waits until a thread wakes by itself.
    void awaitTimer() throws IOException {
        await(() -> take() && runners.values().stream().anyMatch(Runner::isHeld));
    }

    private void await(Stillness.Condition condition) throws IOException {
        try {
            Stillness.await(
                    () -> dead || condition.isMet(),
                    "the server does not come to rest: for two minutes some thread of it has always run; does its loop spin?");
        } catch (VMDisconnectedException _) {
            dead = true;
        }
    }

    private boolean isAtRest() throws IOException {
        if (take() || !rest.isProven()) {
            return false;
        }
        // what was sent before the last thread fell asleep may still be on its way to us; the
        // answer comes after it
        vm.classesByName("java.lang.Object");
        return !take();
    }

    /// @return whether anything came
    private boolean take() throws IOException {
        try {
            var set = vm.eventQueue().remove(1);
            if (set != null) {
                sort(set);
            }
            return set != null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a server was walked through", e);
        }
    }

    /// All events of a set are of one thread, which stands until the set is resumed.
    private void sort(EventSet set) {
        Runner held = null;
        for (var event : set) {
            switch (event) {
                case VMDeathEvent _, VMDisconnectEvent _ -> dead = true;
                case MethodEntryEvent entry when isApart(entry.thread()) ->
                        entry.thread().suspend(); // once more than the event does: it stays so
                case MethodEntryEvent entry when stage.calls.containsKey(name(entry.method())) ->
                        called(entry);
                case MethodEntryEvent entry
                        when stage.isWalked(entry.method().declaringType().name())
                                && !runners.containsKey(entry.thread()) ->
                        held = runner(entry.thread());
                case StepEvent step -> held = runner(step.thread());
                default -> {}
            }
        }
        // what was on its way when we looked away holds nobody
        if (held == null || dead || !looking) {
            set.resume();
        } else {
            held.held = set;
        }
    }

    private void called(MethodEntryEvent entry) {
        if (runners.get(entry.thread()) instanceof Runner runner) {
            runner.calls.add(stage.calls.get(name(entry.method())));
        }
    }

    private static String name(Method method) {
        return method.declaringType().name() + "." + method.name();
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

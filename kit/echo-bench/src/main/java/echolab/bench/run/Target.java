package echolab.bench.run;

import echolab.EchoStep;
import echolab.bench.machine.Pinning;
import echolab.bench.result.TargetResult;
import echolab.process.ChildProgram;
import echolab.process.ServerCommand;
import echolab.process.ServerProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A server to measure: a step, or any other program that listens on a port.
///
/// @param name what it is called on the command line and in the table, for example `step02`
/// @param title its name for people, for example `NIO selector`
/// @param version of what it is made with, for example `libuv 1.44.2`; empty for a step, whose version is the commit
/// @param command how it is started
/// @param loops how many event loops it has, and CPUs
public record Target(
        String name, String title, Optional<String> version, ServerCommand command, int loops) {

    /// What every step's JVM gets besides the step's own flags. All have the same heap: small enough that resident
    /// memory tells steps apart, large enough that none of them collects garbage for lack of room at 10,000 connections.
    public static final List<String> JVM_FLAGS = List.of("-Xms64m", "-Xmx512m");

    public Target(String name, String title, ServerCommand command) {
        this(name, title, Optional.empty(), command);
    }

    public Target(String name, String title, Optional<String> version, ServerCommand command) {
        this(name, title, version, command, 1);
    }

    /// @param flags for the JVM besides
    public static Target ofStep(EchoStep step, String... flags) {
        var all = Stream.concat(JVM_FLAGS.stream(), Stream.of(flags)).toList();
        return new Target(step.id(), step.title(), ServerCommand.ofStep(step, all));
    }

    /// What the files of its command weigh that lie in a folder, the repository's, in bytes: not the runtime.
    long ownBytes(Path root) {
        return command.words().stream()
                .flatMap(word -> Stream.of(word.split(File.pathSeparator)))
                .map(word -> root.resolve(word).toFile())
                .filter(file -> file.toPath().startsWith(root) && file.isFile())
                .mapToLong(File::length)
                .sum();
    }

    /// Starts it, on as many CPUs as it has loops.
    ServerProcess start(Pinning pinning) throws IOException {
        return ServerProcess.start(command.under(pinning.serverPrefix(loops)));
    }

    /// The same program once more, to check the method.
    Target again() {
        return new Target(name + TargetResult.AGAIN, title, version, command, loops);
    }

    /// These servers, where each that can be told how many event loops it has is one for each of these numbers.
    ///
    /// @throws IllegalArgumentException when none can be told, as a sentence
    public static List<Target> withLoops(List<Integer> numbers, List<Target> targets) {
        if (targets.stream().noneMatch(target -> target.command.takesLoops())) {
            throw new IllegalArgumentException(
                    "--loops: none of these servers can be told how many event loops to run; step05, tokio, go and a --peer with {loops} in its command can");
        }
        return targets.stream()
                .flatMap(target ->
                        target.command.takesLoops()
                                ? numbers.stream().map(target::withLoops)
                                : Stream.of(target))
                .toList();
    }

    private Target withLoops(int number) {
        var many = number == 1 ? "" : TargetResult.loops(number);
        return new Target(name + many, title, version, command.withLoops(number), number);
    }

    /// How many event loops one of these has at most.
    static int mostLoops(List<Target> targets) {
        return targets.stream().mapToInt(Target::loops).max().orElse(1);
    }

    /// Of the steps and of versions of them, which our own `java` runs, the last: it is started twice, too, because the reference is as a rule no JVM, and a
    /// program that is compiled while it runs may differ more from process to process. None where the reference is such a one.
    static Optional<Target> twin(List<Target> targets, Target reference) {
        var own = targets.stream().filter(t -> t.isOnOurJvm() && t.loops == 1).toList();
        return reference.isOnOurJvm() ? Optional.empty() : own.reversed().stream().findFirst();
    }

    private boolean isOnOurJvm() {
        return version.isEmpty() && command.words().containsAll(ChildProgram.java());
    }

    /// The one that the others are compared with: the one that is asked for, else the C floor when it takes part, else step 01,
    /// else the first.
    ///
    /// @throws IllegalArgumentException when the one that is asked for does not take part, as a sentence
    static Target reference(List<Target> targets, Optional<String> asked) {
        return asked.map(List::of).orElse(List.of("c-epoll", "step01")).stream()
                .flatMap(name -> targets.stream().filter(target -> target.name().equals(name)))
                .findFirst()
                .orElseGet(() -> {
                    asked.ifPresent(name -> refuse(name, targets));
                    return targets.getFirst();
                });
    }

    private static void refuse(String name, List<Target> targets) {
        var names = String.join(", ", targets.stream().map(Target::name).toList());
        throw new IllegalArgumentException(
                "--reference %s does not take part: choose one of %s".formatted(name, names));
    }
}

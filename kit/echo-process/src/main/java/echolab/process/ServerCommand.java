package echolab.process;

import echolab.EchoStep;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/// How a server is started as a child: the words of its command line, and how it tells that it listens.
///
/// @param name what people call it, for example `step02`
/// @param words the program and its arguments
/// @param ready how to know where it listens
public record ServerCommand(String name, List<String> words, Ready ready) {

    /// What in a command stands for the port that it shall listen on.
    public static final String PORT = "{port}";

    /// What stands for how many event loops it shall run, if it can run several; 1 where nobody says.
    public static final String LOOPS = "{loops}";

    /// Where the two libraries lie that a step's own code may use: less than the whole class path of the program that starts it, so
    /// that what is measured is what `java -jar` would run.
    private static final String LIBRARIES =
            File.pathSeparator + ChildProgram.classPath(EchoStep.class, CommandLine.class);

    /// How a program tells that it listens.
    public sealed interface Ready {

        /// It prints a line `Serving on HOST:PORT`, as every step does.
        record Prints() implements Ready {}

        /// It listens on the port that it was given, sooner or later.
        ///
        /// @param own a port of its own, which nobody can change; 0 for none
        record Listens(int own) implements Ready {}
    }

    public ServerCommand {
        if (words.isEmpty()) {
            throw new IllegalArgumentException(
                    "the command of " + name + " is empty: give a program to start");
        }
        words = List.copyOf(words);
    }

    /// A step in a JVM of its own, on a free port of loopback.
    ///
    /// @param jvmFlags flags for this run, added to those the step needs
    public static ServerCommand ofStep(EchoStep step, List<String> jvmFlags, String... args) {
        return ofStep(step.id(), step, ChildProgram.classPath(step.getClass()), jvmFlags, args);
    }

    /// Somebody else's version of a step: classes of the same names that lie in another folder.
    public static ServerCommand ofVersion(
            String name, EchoStep step, Path classes, List<String> jvmFlags) {
        return ofStep(name, step, classes.toString(), jvmFlags);
    }

    private static ServerCommand ofStep(
            String name, EchoStep step, String code, List<String> jvmFlags, String... args) {
        var words = new ArrayList<String>();
        words.addAll(ChildProgram.java());
        words.addAll(step.jvmFlags());
        words.addAll(jvmFlags);
        words.addAll(List.of("-cp", code + LIBRARIES, step.getClass().getName(), "--port", "0"));
        words.addAll(List.of(args));
        return printing(name, words);
    }

    /// A program that says where it listens as every step does.
    public static ServerCommand printing(String name, List<String> words) {
        return new ServerCommand(name, words, new Ready.Prints());
    }

    /// Any other program. Each time it is started, `{port}` in its words becomes a port that is free then.
    ///
    /// @throws IllegalArgumentException when no word holds `{port}`
    public static ServerCommand ofProgram(String name, List<String> words) {
        if (words.stream().noneMatch(word -> word.contains(PORT))) {
            throw new IllegalArgumentException(
                    "the command of %s does not say where its port goes: write {port} in it, as in: ./server --port {port}"
                            .formatted(name));
        }
        return new ServerCommand(name, words, new Ready.Listens(0));
    }

    /// Any other program, which listens on this port whatever it is told: only one of it runs at a time.
    ///
    /// @param port 1 to 65535
    /// @throws IllegalArgumentException when there is no such port
    public static ServerCommand onItsPort(String name, int port, List<String> words) {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException(
                    "a port is 1 to 65535, but that of %s is %s".formatted(name, port));
        }
        return new ServerCommand(name, words, new Ready.Listens(port));
    }

    /// Its words for one start, on this port.
    List<String> wordsFor(int port) {
        return withLoops(1).words.stream()
                .map(word -> word.replace(PORT, String.valueOf(port)))
                .toList();
    }

    /// Whether it can be told how many event loops it shall run.
    public boolean takesLoops() {
        return words.stream().anyMatch(word -> word.contains(LOOPS));
    }

    /// The same program told so many event loops.
    public ServerCommand withLoops(int loops) {
        var told = words.stream().map(word -> word.replace(LOOPS, String.valueOf(loops)));
        return new ServerCommand(name, told.toList(), ready);
    }

    /// The same program started by another, for example `taskset -c 0` or `strace -c -f`.
    public ServerCommand under(List<String> prefix) {
        return new ServerCommand(
                name, Stream.concat(prefix.stream(), words.stream()).toList(), ready);
    }

    /// The same program with at most this many file descriptors.
    public ServerCommand withDescriptorLimit(int limit) {
        return under(List.of("sh", "-c", "ulimit -n " + limit + "; exec \"$@\"", "sh"));
    }
}

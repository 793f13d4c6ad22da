package echolab.cli.command;

import echolab.bench.machine.CommandWords;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What all commands share: whom they talk to, where the repository is, and how they refuse what makes no sense.
@Command(mixinStandardHelpOptions = true, sortOptions = false)
public abstract class LabCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    /// Something that is made of what was typed.
    @FunctionalInterface
    public interface Made<T> {

        /// @throws IllegalArgumentException when what was typed makes no sense, as a sentence
        T make() throws IOException;
    }

    /// The folder of the repository.
    public static Path root() {
        return Path.of(System.getProperty("echolab.root", ""));
    }

    protected final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    protected final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /// At once, so that it is seen before what takes long.
    protected final void show(String text) {
        out().print(text);
        out().flush();
    }

    protected final void print(String line) {
        show(line + System.lineSeparator());
    }

    protected final void print(List<String> lines) {
        lines.forEach(this::print);
    }

    protected final Ansi ansi() {
        return spec.commandLine().getColorScheme().ansi();
    }

    /// A console may be there without a terminal behind it: since JDK 22, `System.console()` alone does not tell.
    protected static boolean onTerminal() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    /// What was typed, `./lab` first and without the folders of this machine: a result file says how it was made.
    protected final List<String> typed() {
        var typed = spec.root().commandLine().getParseResult().originalArgs();
        return CommandWords.anywhere(Stream.concat(Stream.of("./lab"), typed.stream()).toList());
    }

    protected final CommandSpec spec() {
        return spec;
    }

    /// What was typed makes no sense: the exit code is 2.
    protected final ParameterException bad(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    protected final <T> T sensible(Made<T> made) throws IOException {
        try {
            return made.make();
        } catch (IllegalArgumentException e) {
            throw bad(e.getMessage());
        }
    }
}

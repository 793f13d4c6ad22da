package echolab.cli.workshop;

import echolab.process.ChildProgram;
import echolab.workshop.Course;
import echolab.workshop.Exercise;
import echolab.workshop.check.ExerciseChecker;
import echolab.workshop.check.Watch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jline.terminal.TerminalBuilder;
import picocli.CommandLine.Command;

/// `lab watch`: checks at every save.
@Command(name = "watch", description = "Checks the exercise at every save, on a screen of its own.")
public final class WatchCommand extends ExerciseCommand {

    @Override
    int run(Course course) throws IOException {
        if (!onTerminal()) {
            throw new IOException("watch needs a terminal; ./lab check works without one");
        }
        try (var checker = new ExerciseChecker(course);
                var terminal = TerminalBuilder.builder().system(true).build()) {
            new Watch(course, terminal, checker, this::bench, first(course, checker)).run();
        }
        return 0;
    }

    private Exercise first(Course course, ExerciseChecker checker) throws IOException {
        if (isNamed()) {
            return exercise(course);
        }
        print("Looking for the first exercise that is not solved …");
        return checker.firstUnsolved().exercise();
    }

    /// In a process of its own, which Ctrl-C ends and which leaves nothing behind here.
    private void bench(String step) throws IOException {
        var words = new ArrayList<>(ChildProgram.java());
        words.addAll(
                List.of(
                        "-Dstdout.encoding=UTF-8",
                        "-Dstderr.encoding=UTF-8",
                        "-Decholab.root=" + System.getProperty("echolab.root", ""),
                        "-cp",
                        System.getProperty("java.class.path"),
                        spec().root().userObject().getClass().getName(),
                        "bench",
                        "--quick",
                        "--workshop=" + Course.number(step)));
        print("./lab bench --quick --workshop=%s   Ctrl-C ends it".formatted(Course.number(step)));
        try {
            ChildProgram.of(words).inheritIO().start().waitFor();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}

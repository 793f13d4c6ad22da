package echolab.workshop.check;

import echolab.contract.Expect;
import echolab.workshop.Course;
import echolab.workshop.Exercise;
import echolab.workshop.TerminalProse;
import echolab.workshop.Todo;
import echolab.workshop.run.Compilation.Problem;
import echolab.workshop.run.TestResult;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/// What a check tells: each test as a sentence with a tick or a cross; below a cross, what was expected, what was seen,
/// and where to look.
public final class CheckText {

    /// How does one go on from here: with a command, or with a key of `./lab watch`?
    enum By {
        COMMAND,
        KEY
    }

    /// How much is told, when there is not room for all of it?
    private enum Detail {
        ALL,
        THE_FIRST_FAILURE,
        WITHOUT_THE_TASK
    }

    private static final int BESIDE_A_LABEL = 14;
    private static final int MOST_PRINTED = 8;
    private static final int MOST_PROBLEMS = 5;

    private final Course course;
    private final Places places;
    private final Ansi ansi;
    private final int width;
    private final By by;
    private final Detail detail;
    private final List<String> lines = new ArrayList<>();
    private boolean failed;

    private CheckText(Course course, Ansi ansi, int width, By by, Detail detail) {
        this.course = course;
        this.places = new Places(course);
        this.ansi = ansi;
        this.width = width;
        this.by = by;
        this.detail = detail;
    }

    public static List<String> of(Checked checked, Course course, Ansi ansi, int width) {
        return new CheckText(course, ansi, width, By.COMMAND, Detail.ALL).write(checked);
    }

    /// For a screen of so many lines, with keys: the details of the first failure are left when there is no room for
    /// more.
    static List<String> onScreen(Checked checked, Course course, int width, int height) {
        List<String> lines = List.of();
        for (var detail : Detail.values()) {
            lines = new CheckText(course, Ansi.ON, width, By.KEY, detail).write(checked);
            if (lines.size() <= height) {
                break;
            }
        }
        return lines;
    }

    private List<String> write(Checked checked) {
        var exercise = checked.exercise();
        add(ansi.string("@|bold " + exercise.name() + "|@"));
        add("");
        if (checked.asGiven() && detail != Detail.WITHOUT_THE_TASK) {
            TerminalProse.lines(exercise.text(), width).forEach(this::add);
            add("");
        }
        if (!checked.problems().isEmpty()) {
            problems(checked.problems());
            add("");
            blame(checked);
        } else if (checked.earlierTodo().isPresent()) {
            earlierTodo(checked, checked.earlierTodo().get());
        } else if (checked.ownTodo().isPresent()) {
            ownTodo(checked, checked.ownTodo().get());
        } else {
            checked.results().forEach(result -> test(checked, result));
            add("");
            summary(checked);
        }
        return lines;
    }

    /// What the compiler says: its own message, with the line that it means, and not the log of a build.
    private void problems(List<Problem> problems) {
        add(ansi.string("@|red ✘|@ the code does not compile, so no test could run"));
        problems.stream().limit(MOST_PROBLEMS).forEach(this::problem);
        if (problems.size() > MOST_PROBLEMS) {
            add("");
            add("    and %s more".formatted(problems.size() - MOST_PROBLEMS));
        }
    }

    private void problem(Problem problem) {
        add("");
        add("    " + places.of(problem));
        problem.message()
                .lines()
                .flatMap(line -> TerminalProse.wrap(line, width - 4).stream())
                .forEach(part -> add("    " + part));
        var source = sourceLine(problem);
        if (!source.isEmpty()) {
            add(ansi.string("    @|faint >|@ ") + TerminalProse.cut(source, width - 6));
        }
        if (!places.areTheParticipants(problem.file())) {
            add("    A test needs this: was the name or the signature of a method changed?");
        }
    }

    private static String sourceLine(Problem problem) {
        try {
            return Files.readAllLines(problem.file()).get((int) problem.line() - 1).strip();
        } catch (IOException | IndexOutOfBoundsException _) {
            return "";
        }
    }

    private void ownTodo(Checked checked, TestResult todo) {
        tests(checked);
        add("");
        field("expected", checked.exercise().todo());
        field("seen", "a Todo: the exercise is not solved yet");
        place(checked, todo);
        add("");
        add(help(checked.exercise()));
    }

    /// What the tests of this one wanted to see says nothing yet, and its hints do not help.
    private void earlierTodo(Checked checked, TestResult todo) {
        var earlier = Todo.numberIn(todo.message());
        tests(checked);
        add("");
        field("seen", "exercise " + earlier + " is not solved yet, and this one builds on it");
        place(checked, todo);
        add("");
        add("./lab check " + earlier + " comes first.");
        add("./lab jump " + checked.exercise().number() + " solves all that lies before.");
    }

    /// Before anything is written, the task is more to read than the names of the tests.
    private void tests(Checked checked) {
        if (detail == Detail.ALL) {
            checked.results().forEach(this::sentence);
        } else {
            add(ansi.string("@|red ✘|@ ") + "its %s tests".formatted(checked.results().size()));
        }
    }

    private void test(Checked checked, TestResult result) {
        sentence(result);
        if (result.passed() || failed && detail != Detail.ALL) {
            return;
        }
        failed = true;
        var at = result.message().indexOf("\n" + Expect.SEEN);
        if (at >= 0) {
            field("expected", result.message().substring(0, at));
            field("seen", result.message().substring(at + 1 + Expect.SEEN.length()));
        } else {
            field("seen", result.message());
        }
        place(checked, result);
        labelled(
                "printed",
                result.printed()
                        .lines()
                        .flatMap(line -> TerminalProse.wrap(line, width - BESIDE_A_LABEL).stream())
                        .limit(MOST_PRINTED)
                        .toList());
    }

    private void summary(Checked checked) {
        var exercise = checked.exercise();
        var passed = checked.results().stream().filter(TestResult::passed).count();
        var count = passed + " of " + checked.results().size() + " pass";
        if (!checked.isSolved()) {
            add(count + ". " + help(exercise));
            blame(checked);
            return;
        }
        add(ansi.string("@|bold,green " + count + ": " + exercise.number() + " is solved.|@"));
        add("");
        field("lesson", exercise.lesson());
        field("compare", "./lab solution " + exercise.number());
        field("further", exercise.goFurther());
        field("next", course.next(exercise).map(this::next).orElse("that was the last one"));
    }

    private void blame(Checked checked) {
        for (var other : checked.blamesAnother().stream().toList()) {
            var text =
                    "It went wrong in the code of exercise %s: ./lab check %s"
                            .formatted(other.name(), other.number());
            TerminalProse.wrap(text, width).forEach(this::add);
        }
    }

    private String help(Exercise exercise) {
        return switch (by) {
            case COMMAND -> "./lab hint " + exercise.number() + " helps.";
            case KEY -> "h helps.";
        };
    }

    private String next(Exercise next) {
        var command =
                next.number().place() == 1
                        ? "./lab start " + Course.number(next.step())
                        : "./lab check " + next.number();
        return next.name() + (by == By.KEY ? ": n" : ": " + command);
    }

    private void sentence(TestResult result) {
        var start = ansi.string(result.passed() ? "@|green ✔|@ " : "@|red ✘|@ ");
        for (var line : TerminalProse.wrap(result.test(), width - 2)) {
            add(start + line);
            start = "  ";
        }
    }

    /// Whole, however long it is: a terminal and an IDE open it by a click.
    private void place(Checked checked, TestResult result) {
        add(ansi.string("    @|faint look at|@   ") + places.of(checked, result));
    }

    private void field(String name, String value) {
        labelled(name, TerminalProse.lines(value, width - BESIDE_A_LABEL));
    }

    /// A name in a column of its own, and lines beside it.
    private void labelled(String name, List<String> texts) {
        var label = name;
        for (var text : texts) {
            add(
                    ansi.string("    @|faint " + "%-8s".formatted(label) + "|@  ")
                            + TerminalProse.cut(text, width - BESIDE_A_LABEL));
            label = "";
        }
    }

    private void add(String line) {
        lines.add(line.stripTrailing());
    }
}

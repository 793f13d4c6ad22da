package echolab.workshop;

import echolab.contract.Expect;
import echolab.workshop.run.Compilation.Problem;
import echolab.workshop.run.TestResult;
import echolab.workshop.run.TestResult.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/// What does a check tell? Each test as a sentence with a tick or a cross; below a cross, what was expected, what was seen, and where to
/// look.
public final class CheckText {

    private static final String LOOK_AT = "    @|faint look at|@   ";
    private static final int MOST_PROBLEMS = 5;
    private static final int MOST_PRINTED = 8;

    private final Course course;
    private final Ansi ansi;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    private CheckText(Course course, Ansi ansi, int width) {
        this.course = course;
        this.ansi = ansi;
        this.width = width;
    }

    public static List<String> of(Checked checked, Course course, Ansi ansi, int width) {
        var text = new CheckText(course, ansi, width);
        text.write(checked);
        return text.lines;
    }

    private void write(Checked checked) {
        var exercise = checked.exercise();
        add(ansi.string("@|bold " + exercise.name() + "|@"));
        add("");
        if (checked.asGiven()) {
            Prose.lines(exercise.text(), width).forEach(this::add);
            add("");
        }
        if (!checked.problems().isEmpty()) {
            problems(checked);
        } else if (checked.isUntouched()) {
            untouched(checked);
        } else {
            checked.results().forEach(result -> test(checked, result));
            add("");
            summary(checked);
        }
    }

    private void untouched(Checked checked) {
        checked.results().forEach(result -> sentence("@|red ✘|@ ", result.test()));
        add("");
        field("expected", checked.exercise().todo());
        field("seen", "a Todo: the exercise is not solved yet");
        add(ansi.string(LOOK_AT) + where(checked, checked.results().getFirst()));
        add("");
        add("./lab hint " + checked.exercise().number() + " helps.");
    }

    private void test(Checked checked, TestResult result) {
        if (result.outcome() == Outcome.PASSED) {
            sentence("@|green ✔|@ ", result.test());
            return;
        }
        sentence("@|red ✘|@ ", result.test());
        var at = result.message().indexOf("\n" + Expect.SEEN);
        if (at >= 0) {
            field("expected", result.message().substring(0, at));
            field("seen", result.message().substring(at + 1 + Expect.SEEN.length()));
        } else {
            field("seen", result.message());
        }
        add(ansi.string(LOOK_AT) + where(checked, result));
        result.printed()
                .lines()
                .limit(MOST_PRINTED)
                .forEach(line -> add(ansi.string("    @|faint printed|@   ") + line));
    }

    private void summary(Checked checked) {
        var exercise = checked.exercise();
        var passed =
                checked.results().stream()
                        .filter(result -> result.outcome() == Outcome.PASSED)
                        .count();
        var count = passed + " of " + checked.results().size() + " pass";
        if (!checked.isSolved()) {
            add(count + ". ./lab hint " + exercise.number() + " helps.");
            return;
        }
        add(ansi.string("@|bold,green " + count + ": " + exercise.number() + " is solved.|@"));
        add("");
        field("lesson", exercise.lesson());
        field("compare", "./lab solution " + exercise.number());
        field("further", exercise.goFurther());
        field("next", course.next(exercise).map(CheckText::next).orElse("that was the last one"));
    }

    private static String next(Exercise next) {
        return next.name()
                + (next.number().place() == 1
                        ? ": ./lab start " + Course.number(next.step())
                        : ": ./lab check " + next.number());
    }

    private void problems(Checked checked) {
        add(ansi.string("@|red ✘|@ ") + "the code does not compile, so no test could run");
        checked.problems().stream().limit(MOST_PROBLEMS).forEach(this::problem);
        var more = checked.problems().size() - MOST_PROBLEMS;
        if (more > 0) {
            add("    and " + more + " more");
        }
    }

    private void problem(Problem problem) {
        add("");
        add("    " + relative(problem.file()) + ":" + problem.line());
        problem.message().lines().forEach(line -> add("    " + line));
        sourceLine(problem).lines().forEach(line -> add(ansi.string("    @|faint >|@ ") + line));
        if (!problem.file().startsWith(Workspace.all(course))) {
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

    /// The innermost place in the participant's sources where it was thrown; else the method of the exercise.
    private String where(Checked checked, TestResult result) {
        var exercise = checked.exercise();
        var main = new Workspace(course, exercise.step()).folder().resolve("src/main/java");
        for (var place : result.places()) {
            var name = place.substring(0, place.lastIndexOf(':'));
            // a test of step 05 runs in a task, so there are frames of ours below it that say
            // nothing
            if (result.outcome() != Outcome.TODO && !exercise.source().endsWith("/" + name)) {
                continue;
            }
            try (var found = Files.find(main, 20, (path, _) -> path.endsWith(name))) {
                var file = found.findFirst();
                if (file.isPresent()) {
                    return relative(file.get()) + place.substring(place.lastIndexOf(':'));
                }
            } catch (IOException _) {
                break;
            }
        }
        var line = checked.line() == 0 ? "" : ":" + checked.line();
        return relative(main.getParent().getParent().getParent().resolve(exercise.source())) + line;
    }

    /// From the folder that the participant has open; what lies elsewhere from the repository's.
    private String relative(Path file) {
        var all = Workspace.all(course);
        if (file.startsWith(all)) {
            var inside = all.relativize(file);
            return inside.subpath(1, inside.getNameCount()).toString();
        }
        return file.startsWith(course.root())
                ? course.root().relativize(file).toString()
                : file.toString();
    }

    private void sentence(String mark, String text) {
        var start = ansi.string(mark);
        for (var line : Prose.wrap(text, width - 2)) {
            add(start + line);
            start = "  ";
        }
    }

    /// A name in a column of its own, and a text beside it.
    private void field(String name, String value) {
        var label = name;
        for (var line : Prose.lines(value, width - 14)) {
            add(ansi.string("    @|faint " + "%-8s".formatted(label) + "|@  ") + line);
            label = "";
        }
    }

    private void add(String line) {
        lines.add(line.stripTrailing());
    }
}

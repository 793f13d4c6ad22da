package echolab.workshop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/// What does a teacher want on one sheet? The times, then for each step what to show and what goes wrong in its exercises: the mistakes
/// on file, with what the tests answer.
public final class ScheduleText {

    private static final int HALVES_A_DAY = 2;

    private final Schedule schedule;
    private final Ansi ansi;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    private ScheduleText(Schedule schedule, Ansi ansi, int width) {
        this.schedule = schedule;
        this.ansi = ansi;
        this.width = width;
    }

    /// The times, what is left for who is quicker, and the notes.
    public static List<String> of(Schedule schedule, Ansi ansi, int width) throws IOException {
        var text = new ScheduleText(schedule, ansi, width);
        text.times();
        text.notes();
        return text.lines;
    }

    private void times() {
        var half = -1;
        for (var entry : schedule.entries()) {
            if (entry.half() != half) {
                half = entry.half();
                heading(
                        "Day %s, %s"
                                .formatted(
                                        half / HALVES_A_DAY + 1,
                                        half % HALVES_A_DAY == 0 ? "morning" : "afternoon"));
            }
            lines.add("%s  %3s min  %s".formatted(entry.begin(), entry.minutes(), entry.what()));
        }
        if (!schedule.left().isEmpty()) {
            heading("For who is quicker, or for the evening");
            for (var exercise : schedule.left()) {
                lines.add("       %3s min  %s".formatted(exercise.minutes(), exercise.name()));
            }
        }
    }

    private void notes() throws IOException {
        var course = schedule.course();
        var wrong = WrongAnswer.readAll(course.root());
        for (var step : course.steps()) {
            heading(step + ": what to show");
            paragraphs(demo(course, step));
            heading(step + ": what goes wrong");
            for (var exercise : course.of(step)) {
                for (var answer : wrong) {
                    if (answer.exercise().equals(exercise.number().toString())) {
                        item(answer.exercise(), answer.mistake());
                        item("", "→ … " + answer.says() + " …");
                    }
                }
            }
        }
    }

    private static String demo(Course course, String step) throws IOException {
        var file = Path.of("exercises", "demo", Course.number(step) + ".adoc");
        if (!Files.exists(course.root().resolve(file))) {
            throw new MalformedFileException(
                    file.toString(), "what a teacher shows of " + step + " is not there");
        }
        return Files.readString(course.root().resolve(file));
    }

    private void heading(String text) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.add(ansi.string("@|bold " + text + "|@"));
    }

    private void paragraphs(String text) {
        lines.addAll(Prose.lines(text.strip(), width));
    }

    private void item(String label, String text) {
        var start = label;
        for (var line : Prose.wrap(text, width - 6)) {
            lines.add("%-5s %s".formatted(start, line));
            start = "";
        }
    }
}

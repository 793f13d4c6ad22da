package echolab.cli.workshop;

import com.fasterxml.jackson.databind.ObjectMapper;
import echolab.workshop.Course;
import echolab.workshop.Exercise;
import echolab.workshop.check.Checked;
import echolab.workshop.check.ExerciseChecker;
import echolab.workshop.check.ProgressText;
import echolab.workshop.folder.Workspace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lab progress`: the map.
@Command(name = "progress", description = "Shows which exercises are solved, as their tests say.")
public final class ProgressCommand extends WorkshopCommand {

    @Option(
            names = "--json",
            description = "As a list in JSON, for who has a class: an exercise, and how far it is.")
    private boolean json;

    @Override
    int run(Course course) throws IOException {
        try (var checker = new ExerciseChecker(course)) {
            if (json) {
                print(new ObjectMapper().writeValueAsString(list(course, checker)));
            } else {
                print(ProgressText.of(course, checker, ansi()));
            }
        }
        return 0;
    }

    /// An exercise of a participant, as it stands in JSON.
    private record Entry(String exercise, String state) {

        static Entry of(Exercise exercise, String state) {
            return new Entry(exercise.number().toString(), state);
        }
    }

    private static List<Entry> list(Course course, ExerciseChecker checker) throws IOException {
        var list = new ArrayList<Entry>();
        for (var step : course.steps()) {
            if (new Workspace(course, step).isStarted()) {
                checker.checkAll(step).forEach(it -> list.add(Entry.of(it.exercise(), words(it))));
            } else {
                course.of(step).forEach(it -> list.add(Entry.of(it, "not started")));
            }
        }
        return list;
    }

    private static String words(Checked checked) {
        return checked.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

package echolab.cli.workshop;

import echolab.workshop.Course;
import echolab.workshop.TeachersSheet;
import java.io.IOException;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lab schedule`: the teacher's sheet.
@Command(
        name = "schedule",
        description = "For teachers: a timetable, what to show of each step, and what goes wrong.")
public final class ScheduleCommand extends WorkshopCommand {

    /// How long a workshop is.
    enum Days {
        HALF,
        ONE,
        TWO
    }

    @Option(
            names = "--days",
            paramLabel = "DAYS",
            defaultValue = "one",
            description = "half, one or two (default: ${DEFAULT-VALUE}).")
    private Days days;

    @Override
    int run(Course course) throws IOException {
        print(TeachersSheet.of(course, days.name().toLowerCase(Locale.ROOT), ansi(), WIDTH));
        return 0;
    }
}

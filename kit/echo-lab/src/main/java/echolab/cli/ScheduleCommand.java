package echolab.cli;

import echolab.workshop.Course;
import echolab.workshop.Schedule;
import echolab.workshop.ScheduleText;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lab schedule`: the teacher's sheet.
@Command(
        name = "schedule",
        description =
                "For teachers: a timetable made from the minutes of the exercises, what to show, what goes wrong.")
final class ScheduleCommand extends WorkshopCommand {

    /// How long a workshop is.
    enum Length {
        HALF(1),
        ONE(2),
        TWO(4);

        private final int halves;

        Length(int halves) {
            this.halves = halves;
        }
    }

    @Option(
            names = "--days",
            paramLabel = "DAYS",
            defaultValue = "one",
            description = "half, one or two (default: ${DEFAULT-VALUE}).")
    private Length days;

    @Override
    int run(Course course) throws IOException {
        print(ScheduleText.of(new Schedule(course, days.halves), ansi(), WIDTH));
        return 0;
    }
}

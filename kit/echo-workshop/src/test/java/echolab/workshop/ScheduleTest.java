package echolab.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.workshop.Schedule.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;

/// Can a day be held as it is planned?
@DisplayName("A schedule")
final class ScheduleTest {

    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void follows_the_clock_and_ends_in_time(int halves) throws IOException {
        var entries = new Schedule(Course.read(PROJECT), halves).entries();

        for (var i = 1; i < entries.size(); i++) {
            var before = entries.get(i - 1);
            var entry = entries.get(i);
            if (entry.half() == before.half()) {
                assertThat(entry.begin()).isEqualTo(before.begin().plusMinutes(before.minutes()));
            }
        }
        assertThat(entries.getLast().half()).isLessThan(halves);
        assertThat(entries).filteredOn(entry -> entry.what().equals("Break")).hasSize(halves);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void lets_nobody_sit_for_more_than_two_hours(int halves) throws IOException {
        var sitting = 0;
        var half = 0;
        for (var entry : new Schedule(Course.read(PROJECT), halves).entries()) {
            var rested = entry.what().equals("Break") || entry.half() != half;
            half = entry.half();
            sitting = entry.what().equals("Break") ? 0 : entry.minutes() + (rested ? 0 : sitting);
            assertThat(sitting).as("minutes at %s", entry).isLessThanOrEqualTo(120);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void breaks_off_only_for_a_break(int halves) throws IOException {
        var entries = new Schedule(Course.read(PROJECT), halves).entries();

        for (var i = 1; i < entries.size(); i++) {
            assertThat(entries.get(i).what()).isNotEqualTo(entries.get(i - 1).what());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void tells_every_step_and_does_an_exercise_of_each(int halves) throws IOException {
        var course = Course.read(PROJECT);
        var what = new Schedule(course, halves).entries().stream().map(Entry::what).toList();

        for (var step : course.steps()) {
            assertThat(what)
                    .contains(
                            "Talk and demo: step " + Course.number(step),
                            "Exercise " + course.of(step).getFirst().name());
        }
    }

    @Test
    void leaves_nothing_out_silently() throws IOException {
        var course = Course.read(PROJECT);
        for (var halves : List.of(1, 2, 4)) {
            var schedule = new Schedule(course, halves);
            var done =
                    schedule.entries().stream()
                            .filter(entry -> entry.what().startsWith("Exercise"))
                            .count();
            assertThat(done + schedule.left().size()).isEqualTo(course.exercises().size());
        }
        assertThat(new Schedule(course, 4).left()).as("two days are enough for all").isEmpty();
    }

    @Test
    void says_what_to_show_and_what_goes_wrong_in_each_step() throws IOException {
        var course = Course.read(PROJECT);
        var text = String.join("\n", ScheduleText.of(new Schedule(course, 2), Ansi.OFF, 78));

        for (var step : course.steps()) {
            assertThat(text).contains(step + ": what to show", step + ": what goes wrong");
        }
        assertThat(text).contains("Day 1, morning", "./lab serve step02");
        assertThat(text.lines()).allMatch(line -> line.length() <= 80, "fits 80 columns");
    }
}

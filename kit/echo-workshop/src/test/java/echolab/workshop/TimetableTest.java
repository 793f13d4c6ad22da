package echolab.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;

/// Can a day be held as `chapters/teaching.adoc` plans it?
@DisplayName("A timetable")
final class TimetableTest {

    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern ROW = Pattern.compile("\\|(\\d\\d:\\d\\d) \\| *(\\d+) \\|(.*)");
    private static final String EXERCISE = "Exercise ";

    private record Row(LocalTime begin, int minutes, String what) {}

    /// The halves of days, each a list of rows.
    private static List<List<Row>> halves(String days) throws IOException {
        var page = Files.readString(PROJECT.resolve("chapters/teaching.adoc"));
        var section = page.split("\\[#teaching-" + days + "]")[1].split("\\[#")[0];
        return Stream.of(section.split("\\[%header"))
                .skip(1)
                .map(half -> ROW.matcher(half).results())
                .map(rows ->
                        rows.map(row ->
                                        new Row(
                                                LocalTime.parse(row.group(1)),
                                                Integer.parseInt(row.group(2)),
                                                row.group(3)))
                                .toList())
                .toList();
    }

    private static List<String> exercises(String days) throws IOException {
        return halves(days).stream()
                .flatMap(List::stream)
                .map(Row::what)
                .filter(what -> what.startsWith(EXERCISE))
                .map(what -> what.substring(EXERCISE.length()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"half, 1", "one, 2", "two, 4"})
    void follows_the_clock_and_ends_in_time(String days, int count) throws IOException {
        assertThat(halves(days)).hasSize(count);
        for (var half : halves(days)) {
            var clock = half.getFirst().begin();
            for (var row : half) {
                assertThat(row.begin()).as("%s", row).isEqualTo(clock);
                clock = clock.plusMinutes(row.minutes());
            }
            assertThat(half.getFirst().begin()).isIn(LocalTime.of(9, 0), LocalTime.of(13, 30));
            assertThat(clock).isIn(LocalTime.of(12, 30), LocalTime.of(17, 0));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"half", "one", "two"})
    void has_one_break_a_half_and_lets_nobody_sit_for_more_than_two_hours(String days)
            throws IOException {
        for (var half : halves(days)) {
            var at = half.stream().map(Row::what).toList().indexOf("Break");
            assertThat(half).filteredOn(row -> row.what().equals("Break")).hasSize(1);
            for (var sitting : List.of(half.subList(0, at), half.subList(at + 1, half.size()))) {
                assertThat(sitting.stream().mapToInt(Row::minutes).sum()).isLessThanOrEqualTo(120);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"half", "one", "two"})
    void gives_each_exercise_its_minutes_and_nothing_else_a_whole_hour(String days)
            throws IOException {
        var course = Course.read(PROJECT);
        for (var half : halves(days)) {
            for (var row : half) {
                var minutes =
                        course.exercises().stream()
                                .filter(it -> row.what().equals(EXERCISE + it.name()))
                                .map(Exercise::minutes)
                                .toList();
                assertThat(minutes)
                        .as("%s", row)
                        .hasSize(row.what().startsWith(EXERCISE) ? 1 : 0)
                        .allMatch(stated -> stated == row.minutes());
                assertThat(row.minutes()).as("%s", row).isLessThan(60);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"half, 1.1, 2.5", "one, 1.1, 5.5"})
    void leaves_no_exercise_out_that_another_builds_on(String days, String from, String to)
            throws IOException {
        var course = Course.read(PROJECT);
        var all = course.exercises();
        var span =
                all.subList(
                        all.indexOf(course.exercise(from)), all.indexOf(course.exercise(to)) + 1);
        var needed = span.stream().filter(it -> !it.canBeLeftOut()).map(Exercise::name).toList();

        assertThat(span.stream().map(Exercise::name).toList()).containsSubsequence(exercises(days));
        assertThat(exercises(days)).containsSubsequence(needed);
    }

    @Test
    void of_two_days_has_every_exercise() throws IOException {
        var names = Course.read(PROJECT).exercises().stream().map(Exercise::name).toList();

        assertThat(exercises("two")).isEqualTo(names);
    }

    @Test
    void measures_what_half_a_day_has_made() throws IOException {
        var half = halves("half").getFirst().stream().map(Row::what).toList();

        assertThat(half.subList(half.indexOf(EXERCISE + "2.5 Wake the loop"), half.size()))
                .anyMatch(what -> what.contains("./lab bench --workshop=02"));
    }

    @Test
    void is_printed_with_what_to_show_and_what_goes_wrong_in_each_step() throws IOException {
        var course = Course.read(PROJECT);
        var text = String.join("\n", TeachersSheet.of(course, "half", Ansi.OFF, 78));

        for (var step : course.steps()) {
            assertThat(text).contains("\nStep " + Course.number(step), step + ": what goes wrong");
        }
        assertThat(text)
                .startsWith("Half a day\n")
                .contains("\n09:00   10  Opening: ./lab doctor", "./lab serve step02", "→ …")
                .doesNotContain("|===", "[%header", "One day");
        assertThat(text.lines()).allMatch(line -> line.length() <= 80, "fits 80 columns");
    }
}

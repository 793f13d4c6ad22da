package echolab.layout;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.workshop.Course;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// A change that the tests of an exercise need not notice stands in a list, with its reason. That the list is right is for
/// `.ci/mutate-exercises`, which takes long; here, that it tells of code that is still there.
@DisplayName("The list of changes that may live")
final class MutantsTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    @Test
    void names_lines_of_the_exercises_and_gives_a_reason() throws IOException {
        var course = Course.read(ROOT);
        for (var entry : entries()) {
            var parts = entry.split(" \\| ");
            assertThat(parts).as(entry).hasSize(3);
            var line = parts[1].substring(0, parts[1].lastIndexOf(" ("));
            assertThat(source(course, parts[0])).as(entry).contains(line);
        }
    }

    @Test
    void has_each_only_once() throws IOException {
        assertThat(entries()).isNotEmpty().doesNotHaveDuplicates();
    }

    private static List<String> entries() throws IOException {
        return Files.readAllLines(ROOT.resolve("exercises/mutants.txt")).stream()
                .filter(line -> line.matches("\\d.*"))
                .toList();
    }

    private static List<String> source(Course course, String number) throws IOException {
        var exercise =
                course.exercises().stream()
                        .filter(known -> known.number().toString().equals(number))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("there is no exercise " + number));
        var file = ROOT.resolve(exercise.step()).resolve(exercise.source());
        return Files.readAllLines(file).stream().map(String::strip).toList();
    }
}

package echolab.workshop.check;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import echolab.workshop.Course;
import echolab.workshop.Exercise;
import echolab.workshop.folder.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A step of one method with one exercise, made for a test, and a participant who has started it.
final class LittleCourse {

    private static final String SOURCE = "src/main/java/echolab/one/One.java";

    final Course course;

    private final Path root;

    LittleCourse(Path root) throws IOException {
        this.root = root;
        Files.createDirectories(root.resolve("exercises/wrong"));
        write("step01-one/" + SOURCE, source("return 1;"));
        test("");
        write(
                "exercises/11-one.adoc",
                """
                = Exercise 1.1: One
                :step: step01-one
                :source: src/main/java/echolab/one/One.java
                :tag: one
                :todo: return one
                :tests: OneTest
                :level: 1
                :minutes: 1

                What is one?
                """
                        + blocks());
        course = Course.read(root);
        new Workspace(course, "step01-one").start();
    }

    /// The class of its tests.
    ///
    /// @param members that it has besides
    void test(String members) throws IOException {
        write(
                "step01-one/src/test/java/echolab/one/OneTest.java",
                """
                package echolab.one;
                import static org.junit.jupiter.api.Assertions.*;
                import org.junit.jupiter.api.*;
                class OneTest {
                    %s
                    @Test @DisplayName("one is one") void one() {
                        assertEquals(1, One.one());
                    }
                    @Test @DisplayName("one is one again") void again() {
                        assertEquals(1, One.one());
                    }
                }
                """
                        .formatted(members));
    }

    Exercise exercise() {
        return course.exercises().getFirst();
    }

    /// The participant writes this into the method.
    void body(String code) throws IOException {
        file(source(code));
    }

    /// The participant writes this into the file.
    void file(String text) throws IOException {
        write("workshop/step01-one/" + SOURCE, text);
    }

    /// The same, in another encoding than UTF-8.
    void latin1(String text) throws IOException {
        Files.writeString(root.resolve("workshop/step01-one/" + SOURCE), text, ISO_8859_1);
    }

    void delete() throws IOException {
        Files.delete(root.resolve("workshop/step01-one/" + SOURCE));
    }

    private static String source(String code) {
        return """
        package echolab.one;
        class One {
            // tag::one[]
            static int one() {
                %s
            }
            // end::one[]
        }
        """
                .formatted(code);
    }

    private void write(String file, String text) throws IOException {
        var path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static String blocks() {
        var blocks = new StringBuilder();
        for (var title :
                new String[] {"Hint 1: A", "Hint 2: B", "Hint 3: C", "Lesson", "Go further"}) {
            blocks.append("\n.").append(title).append("\n[%collapsible]\n====\nText.\n====\n");
        }
        return blocks.toString();
    }
}

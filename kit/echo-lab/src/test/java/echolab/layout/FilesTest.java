package echolab.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Does the clone look as the parent pom says: every module there, and with tests?
@DisplayName("Files")
final class FilesTest {

    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
    private static final Set<String> NOT_OURS = Set.of("target", ".git");

    @Test
    void every_module_has_code_and_tests() throws IOException {
        assertThat(modules()).as("modules in the parent pom").hasSizeGreaterThanOrEqualTo(9);
        for (var module : modules()) {
            assertThat(javaFiles(PROJECT.resolve(module).resolve("src/main")))
                    .as("sources of %s", module)
                    .isNotEmpty();
            assertThat(javaFiles(PROJECT.resolve(module).resolve("src/test")))
                    .as("tests of %s", module)
                    .isNotEmpty();
        }
    }

    @Test
    void every_folder_with_a_pom_is_a_module_of_the_parent() throws IOException {
        try (var files = Files.walk(PROJECT, 3)) {
            var found =
                    files.filter(file -> file.endsWith("pom.xml"))
                            .filter(FilesTest::isOurs)
                            .map(file -> PROJECT.relativize(file.getParent()).toString())
                            .filter(folder -> !folder.isEmpty());
            assertThat(found).containsExactlyInAnyOrderElementsOf(modules());
        }
    }

    private static List<String> modules() throws IOException {
        var pom = Files.readString(PROJECT.resolve("pom.xml"));
        return Pattern.compile("<module>(.*?)</module>")
                .matcher(pom)
                .results()
                .map(module -> module.group(1))
                .toList();
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(FilesTest::isOurs)
                    .toList();
        }
    }

    private static boolean isOurs(Path file) {
        var parts = PROJECT.relativize(file);
        // what participants write; a package of the kit has the same name
        if (parts.startsWith("workshop")) {
            return false;
        }
        return Stream.iterate(0, i -> i + 1)
                .limit(parts.getNameCount())
                .noneMatch(i -> NOT_OURS.contains(parts.getName(i).toString()));
    }
}

package echolab.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Does the clone look as the parent pom says: every module there, with tests, and its code in methods that fit into a head?
@DisplayName("Files")
final class FilesTest {

    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();

    /// About 20 lines are the rule for a method; what is hard to part may have half as many again in a step, and twice as many elsewhere.
    private static final int LONGEST_OF_A_STEP = 30;

    private static final int LONGEST = 40;

    private static final Set<String> NOT_OURS = Set.of("target", ".git");

    @Test
    void no_method_is_longer_than_a_reader_holds_in_mind() throws IOException {
        assertThat(Methods.in(javaFiles(PROJECT)))
                .hasSizeGreaterThan(2_000)
                .filteredOn(method -> method.lines() > longest(method))
                .as(
                        "methods with more lines of code than %d, in a step %d",
                        LONGEST, LONGEST_OF_A_STEP)
                .isEmpty();
    }

    /// A JVM that speaks Arabic says ١٢ for `%d`, and one that speaks Turkish "fıle" for FILE in small letters. `Digits` says 12.
    @Test
    void no_main_code_writes_figures_as_the_language_of_the_machine_has_them() throws IOException {
        var main = Path.of("src", "main");
        var files =
                javaFiles(PROJECT).stream().filter(file -> file.toString().contains("/" + main));
        assertThat(ForeignDigits.in(files.toList()))
                .as("write %%s for a plain number, and Digits.in(…) or Locale.ROOT for the rest")
                .isEmpty();
    }

    /// What the rule above refuses, so that it does not pass because it sees nothing.
    @Test
    void figures_in_the_language_of_the_machine_are_seen(@TempDir Path folder) throws IOException {
        var file = folder.resolve("Foreign.java");
        Files.writeString(
                file,
                """
                class Foreign {
                    String one = ("so %,d " + "many").formatted(1);
                    String two = one.formatted(2);
                    String three = String.format("%.1f", 3.0);
                    String four = one.toLowerCase();
                    String fine = "%s".formatted(one) + String.format(Locale.ROOT, "%d", 5);
                    void five() { System.out.printf("%d", 5); }
                    Function<Object, String> six = "%d"::formatted;
                }
                """);
        assertThat(ForeignDigits.in(List.of(file))).hasSize(6);
    }

    /// In a step a file asks the question that it answers.
    @Test
    void a_file_of_the_kit_opens_with_a_statement() throws IOException {
        var questions = new ArrayList<Path>();
        for (var file : mainCode()) {
            var opening =
                    Files.readAllLines(file).stream()
                            .dropWhile(line -> !line.startsWith("/// "))
                            .takeWhile(line -> line.startsWith("/// "))
                            .map(line -> line.substring("/// ".length()))
                            .collect(Collectors.joining(" "));
            if (!isOfAStep(file) && opening.matches("[^.:]*\\?(\\s.*)?")) {
                questions.add(PROJECT.relativize(file));
            }
        }
        assertThat(questions).as("files of the kit that open with a question").isEmpty();
    }

    /// What it is, who may use it, what it may use. (A benchmark that stands in a package of step 05 is in a room of that step.)
    @Test
    void every_package_of_the_kit_says_what_it_is() throws IOException {
        var silent =
                mainCode().stream()
                        .filter(file -> !isOfAStep(file))
                        .map(Path::getParent)
                        .distinct()
                        .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                        .map(folder -> PROJECT.relativize(folder).toString())
                        .filter(folder -> !folder.endsWith("echolab/epoll/loop"));
        assertThat(silent).as("packages without package-info.java").isEmpty();
    }

    /// What is the same in several steps has the same name in them; else a name is a class.
    @Test
    void no_simple_name_of_a_class_stands_twice_but_in_two_steps() throws IOException {
        var known = new HashMap<String, Path>();
        var twice = new TreeSet<String>();
        for (var file : mainCode()) {
            var name = file.getFileName().toString();
            var other = known.putIfAbsent(name, file);
            if (other != null && !(isOfAStep(file) && isOfAStep(other))) {
                twice.add(name);
            }
        }
        twice.remove("package-info.java");
        assertThat(twice).as("names of classes that stand twice").isEmpty();
    }

    private static List<Path> mainCode() throws IOException {
        return javaFiles(PROJECT).stream()
                .filter(file -> file.toString().contains("/src/main/java/"))
                .toList();
    }

    private static boolean isOfAStep(Path file) {
        return PROJECT.relativize(file).toString().startsWith("step");
    }

    private static int longest(Methods.Method method) {
        var file = PROJECT.relativize(method.file());
        var isOfAStep = file.toString().matches("step.*src/main.*");
        return isOfAStep ? LONGEST_OF_A_STEP : LONGEST;
    }

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
        var folders = folders(PROJECT);
        for (var folder : folders(PROJECT)) folders.addAll(folders(folder));
        assertThat(folders)
                .filteredOn(folder -> Files.exists(folder.resolve("pom.xml")) && isOurs(folder))
                .extracting(folder -> PROJECT.relativize(folder).toString())
                .containsExactlyInAnyOrderElementsOf(modules());
    }

    /// No walk: it ends with an error when a file goes that it has seen, as those of git and of other builds do.
    private static List<Path> folders(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(Files::isDirectory).collect(Collectors.toList());
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

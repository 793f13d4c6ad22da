package echolab.layout;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.book.run.RunBlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Has the table of packages all that a reader types and all that our messages name, and do the build machine and the
/// devcontainer install what stands in it?
@DisplayName("The table of packages")
final class PackageTableTest {

    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path TABLE =
            PROJECT.resolve("kit/echo-lab/src/main/resources/echolab/doctor/packages.txt");

    /// What is there wherever there is a shell and a JDK: words of bash, and what Debian calls essential.
    private static final Set<String> ALWAYS_THERE =
            Set.of(
                    "./lab awk cat cut do done echo exec exit export for grep head java jcmd kill ls printf read sed sleep sort timeout uniq until wc"
                            .split(" "));

    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern REDIRECTED = Pattern.compile("\\d*[<>]+&?\\S*|2?> ?\\S+");
    private static final Pattern ASSIGNED = Pattern.compile("^\\w+=\\S*\\s*");
    private static final Pattern DEFINED = Pattern.compile("^(\\w+)\\(\\)");
    private static final Pattern NAMED =
            Pattern.compile("Debian (?:has it in its package |packages? )(?!to )([a-z0-9+-]+)");

    private static final Pattern SKIPPED =
            Pattern.compile("\"no [a-z0-9]+; install the package ([a-z0-9+-]+)");

    /// What Debian installs on every machine.
    private static final Set<String> ESSENTIAL = Set.of("bash", "bsdutils");

    @Test
    void has_every_program_that_a_chapter_types() throws IOException {
        var known = new TreeSet<>(ALWAYS_THERE);
        rows().forEach(row -> known.addAll(List.of(row.getFirst().split(","))));

        var typed = new TreeSet<String>();
        try (var chapters = Files.newDirectoryStream(PROJECT.resolve("chapters"), "*.adoc")) {
            for (var chapter : chapters) {
                typed.addAll(programs(chapter));
            }
        }

        assertThat(typed).contains("nc", "ps", "taskset", "ab", "jcmd").isSubsetOf(known);
    }

    @Test
    void has_every_package_that_a_message_names() throws IOException {
        var named = new TreeSet<String>();
        try (var modules = Files.newDirectoryStream(PROJECT.resolve("kit"))) {
            for (var module : modules) {
                NAMED.matcher(code(module.resolve("src/main/java")))
                        .results()
                        .forEach(found -> named.add(found.group(1)));
            }
        }

        assertThat(named).contains("strace", "apache2-utils").isSubsetOf(packages());
    }

    /// The build machine would skip what needs another: *nothing is skipped there* is what it is for.
    @Test
    void has_every_package_without_which_a_test_is_skipped() throws IOException {
        var named = new TreeSet<String>();
        try (var modules = Files.newDirectoryStream(PROJECT.resolve("kit"))) {
            for (var module : modules) {
                SKIPPED.matcher(code(module.resolve("src/test/java")))
                        .results()
                        .forEach(found -> named.add(found.group(1)));
            }
        }
        named.removeAll(ESSENTIAL);

        assertThat(named).contains("gcc", "zsh").isSubsetOf(packages());
    }

    @Test
    void is_what_the_build_machine_and_the_devcontainer_install() throws Exception {
        var list = new ProcessBuilder("sh", PROJECT.resolve(".ci/install") + "", "--list").start();
        var said = new String(list.getInputStream().readAllBytes());

        assertThat(said.lines()).containsExactlyElementsOf(packages());
        assertThat(list.waitFor()).isZero();
        assertThat(PROJECT.resolve(".ci/run")).content().contains(".ci/install");
        assertThat(PROJECT.resolve(".devcontainer/devcontainer.json"))
                .content()
                .contains("\".ci/install\"");
    }

    @Test
    void says_for_each_thing_how_four_installers_call_it_or_where_it_is() throws IOException {
        for (var row : rows()) {
            assertThat(row).as("columns of the table").hasSize(hasAddress(row) ? 2 : 5);
        }
    }

    private static Set<String> packages() throws IOException {
        return rows().stream()
                .filter(row -> !hasAddress(row))
                .map(row -> row.get(1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean hasAddress(List<String> row) {
        return row.getLast().startsWith("https://");
    }

    private static List<List<String>> rows() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> line.startsWith(" "))
                .map(line -> List.of(line.strip().split("\\s+")))
                .toList();
    }

    /// The first word of each command of a chapter's run blocks, but for functions that the block defines itself.
    private static Set<String> programs(Path chapter) throws IOException {
        var programs = new TreeSet<String>();
        var functions = new ArrayList<String>();
        for (var block : RunBlock.of(chapter)) {
            for (var line : block.commands()) {
                DEFINED.matcher(line).results().forEach(name -> functions.add(name.group(1)));
                commands(line).forEach(programs::add);
            }
        }
        functions.forEach(programs::remove);
        return programs;
    }

    private static Stream<String> commands(String line) {
        // what taskset starts is a program too
        var each = line.replaceAll("\\btaskset -c \\d+ ", "taskset; ");
        var bare = QUOTED.matcher(each.replaceFirst("^\\w+\\(\\)", "")).replaceAll("");
        bare = REDIRECTED.matcher(bare.replaceAll("\\{[\\d.\\w]*\\}", "")).replaceAll("");
        return Pattern.compile("[|;&(){}]|\\$\\(| do ")
                .splitAsStream(bare)
                .map(command -> ASSIGNED.matcher(command.strip()).replaceFirst("").split(" ")[0])
                .filter(word -> word.matches("[./\\w+-]*[a-z][./\\w+-]*"));
    }

    private static String code(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return "";
        }
        try (var files = Files.walk(folder)) {
            var text = new StringBuilder();
            for (var file : files.filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        }
    }
}

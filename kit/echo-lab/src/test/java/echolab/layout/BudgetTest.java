package echolab.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Does the kit stay as small as the table in CONTRIBUTING.md says? Lines are counted as they stand in the files of
/// `src/main/java`, comments and blank ones included.
@DisplayName("The budget")
final class BudgetTest {

    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern ROW =
            Pattern.compile(
                    "^\\| ((?:echo-|docs)[\\w, -]*|all) \\| ([\\d,]+) \\|", Pattern.MULTILINE);

    private static final String WHAT_TO_DO =
            "say it with fewer ideas, there or in what it stands beside, and not with longer lines; or raise the number in CONTRIBUTING.md in a commit of its own that says why";

    /// @param most lines that its modules may have together
    private record Budget(List<String> modules, long most) {}

    @Test
    void no_module_has_more_lines_than_it_was_given() throws IOException {
        var budgets = budgets();
        var given = budgets.stream().flatMap(budget -> budget.modules().stream()).toList();

        assertThat(given)
                .as("modules with a budget")
                .containsExactlyInAnyOrderElementsOf(modules());
        var over = new ArrayList<String>();
        for (var budget : budgets) {
            var lines = lines(budget.modules());
            if (lines > budget.most()) {
                over.add("%s: %s lines of %s".formatted(budget.modules(), lines, budget.most()));
            }
        }
        assertThat(over).as("beyond the budget: %s", WHAT_TO_DO).isEmpty();
    }

    @Test
    void all_modules_together_have_no_more_lines_than_they_were_given() throws IOException {
        var all = ROW.matcher(table()).results().filter(row -> row.group(1).equals("all")).toList();

        assertThat(all).hasSize(1);
        assertThat(lines(modules()))
                .as("lines of the whole kit: %s", WHAT_TO_DO)
                .isLessThanOrEqualTo(number(all.getFirst().group(2)));
    }

    private static List<Budget> budgets() throws IOException {
        return ROW.matcher(table())
                .results()
                .filter(row -> !row.group(1).equals("all"))
                .map(row -> new Budget(List.of(row.group(1).split(", ")), number(row.group(2))))
                .toList();
    }

    private static String table() throws IOException {
        return Files.readString(PROJECT.resolve("CONTRIBUTING.md"));
    }

    private static long number(String text) {
        return Long.parseLong(text.replace(",", ""));
    }

    private static List<String> modules() throws IOException {
        try (var kit = Files.list(PROJECT.resolve("kit"))) {
            return Stream.concat(kit.map(Path::getFileName).map(Path::toString), Stream.of("docs"))
                    .filter(module -> Files.exists(sources(module)))
                    .toList();
        }
    }

    private static Path sources(String module) {
        return PROJECT.resolve(module.equals("docs") ? "docs" : "kit/" + module)
                .resolve("src/main/java");
    }

    private static long lines(List<String> modules) throws IOException {
        var sum = 0L;
        for (var module : modules) {
            try (var files = Files.walk(sources(module))) {
                sum +=
                        files.filter(file -> file.toString().endsWith(".java"))
                                .mapToLong(BudgetTest::lines)
                                .sum();
            }
        }
        return sum;
    }

    private static long lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

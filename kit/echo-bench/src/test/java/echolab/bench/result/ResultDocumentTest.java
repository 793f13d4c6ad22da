package echolab.bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ResultDocumentTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)`");
    private static final Path SCHEMA =
            Path.of("src/main/resources/echolab/bench/result.schema.json");

    @Test
    void the_page_describes_every_field_of_the_schema_and_no_other() throws IOException {
        var fields = new TreeSet<String>();
        addFields(ResultSchema.of(BenchResult.class), fields);
        var page = Files.readString(Path.of("../../docs/results/README.md"));

        var described =
                ROW.matcher(page)
                        .results()
                        .map(match -> match.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(described)
                .as("fields with a row \"| `field` | type | meaning |\" in docs/results/README.md")
                .isEqualTo(fields);
    }

    private static void addFields(JsonNode node, Set<String> fields) {
        if (node.has("properties")) {
            node.get("properties").fieldNames().forEachRemaining(fields::add);
        }
        node.forEach(child -> addFields(child, fields));
    }

    /// `-Dresult.schema=write` makes it anew.
    @Test
    void the_schema_in_the_repository_is_made_from_the_records() throws IOException {
        var made = ResultSchema.of(SavedResult.class).toPrettyString() + "\n";
        if ("write".equals(System.getProperty("result.schema"))) {
            Files.writeString(SCHEMA, made);
        }
        assertThat(new ObjectMapper().readTree(SCHEMA.toFile()))
                .as(
                        "%s, made anew by ./lab test -pl kit/echo-bench -am -Dtest=ResultDocumentTest -Dsurefire.failIfNoSpecifiedTests=false -Dresult.schema=write",
                        SCHEMA)
                .isEqualTo(new ObjectMapper().readTree(made));
    }

    @Test
    void what_is_saved_is_what_the_schema_says() throws IOException {
        try (var saved = Files.newDirectoryStream(Path.of("../../docs/results"), "*.json")) {
            for (var file : saved) {
                ResultSchema.assertValid(file);
            }
        }
    }
}

package echolab.bench;

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

    @Test
    void the_page_describes_every_field_of_the_schema_and_no_other() throws IOException {
        var fields = new TreeSet<String>();
        try (var schema = getClass().getResourceAsStream("result.schema.json")) {
            addFields(new ObjectMapper().readTree(schema), fields);
        }
        var page = Files.readString(Path.of("../../docs/results/README.md"));

        var described =
                ROW.matcher(page)
                        .results()
                        .map(match -> match.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(described).isEqualTo(fields);
    }

    private static void addFields(JsonNode node, Set<String> fields) {
        if (node.has("properties")) {
            node.get("properties").fieldNames().forEachRemaining(fields::add);
        }
        node.forEach(child -> addFields(child, fields));
    }
}

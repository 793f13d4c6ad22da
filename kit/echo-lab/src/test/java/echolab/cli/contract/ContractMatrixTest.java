package echolab.cli.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import echolab.bench.result.ContractResult;
import echolab.bench.result.ContractResult.HeldCase;
import echolab.bench.result.ContractResult.Subject;
import echolab.bench.result.JsonFile;
import echolab.contract.CaseResult;
import echolab.contract.CaseResult.Outcome;
import echolab.contract.Held;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractMatrixTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)`");

    @TempDir private Path folder;

    @Test
    void the_file_says_who_keeps_what_where_and_when() throws IOException {
        var result = new CaseResult("bytes", Outcome.NOT_APPLICABLE, "why", Duration.ofMillis(7));
        var held = new Held("tokio", "Tokio", Optional.of("Tokio 1.24.2"), List.of(result));
        var file = folder.resolve("contract.json");

        JsonFile.write(ContractMatrix.result(List.of(held)), file);

        var json = new ObjectMapper().readTree(file.toFile());
        assertThat(json.fieldNames())
                .toIterable()
                .contains("version", "date", "machine", "subjects");
        assertThat(json.at("/subjects/0").toString())
                .isEqualTo(
                        """
                        {"name":"tokio","title":"Tokio","version":"Tokio 1.24.2","cases":\
                        [{"name":"bytes","outcome":"not_applicable","seen":"why","tookMillis":7}]}\
                        """);
    }

    @Test
    void the_page_describes_every_field_of_the_file_and_no_other() throws IOException {
        var page = Files.readString(Path.of("../../docs/results/contract.md"));
        var described = ROW.matcher(page).results().map(row -> row.group(1)).distinct();

        var fields =
                Stream.of(ContractResult.class, Subject.class, HeldCase.class)
                        .flatMap(type -> Stream.of(type.getRecordComponents()))
                        .map(component -> component.getName())
                        .distinct();
        assertThat(described).containsExactlyInAnyOrderElementsOf(fields.toList());
    }
}

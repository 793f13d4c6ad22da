package echolab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import echolab.bench.report.JsonFile;
import echolab.bench.result.BenchResult;
import java.io.IOException;
import java.nio.file.Path;

/// Is a result, as a file, what the schema says, and is it the same when it is read again?
final class ResultSchema {

    private ResultSchema() {}

    static void assertKept(BenchResult result, Path folder) throws IOException {
        var file = folder.resolve("result.json");
        JsonFile.write(result, file);
        var schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(ResultSchema.class.getResourceAsStream("result.schema.json"));

        assertThat(schema.validate(new ObjectMapper().readTree(file.toFile()))).isEmpty();
        assertThat(JsonFile.read(file)).isEqualTo(result);
    }
}

package echolab.bench.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import echolab.bench.result.BenchResult;
import java.io.IOException;
import java.nio.file.Path;

/// A result as a file: the record as JSON, where what is not known is left out. `result.schema.json` says what may be in
/// it, `docs/results/README.md` what it means.
public final class JsonFile {

    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new Jdk8Module())
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
                    .build();

    private JsonFile() {}

    /// @param result a [BenchResult], or another record that is to look alike
    /// @throws IOException when the file cannot be written; names the file
    public static void write(Record result, Path file) throws IOException {
        PageFile.write(file, MAPPER.writeValueAsString(result) + "\n");
    }

    /// Reads what [#write] wrote.
    ///
    /// @throws IOException when it can't be read or holds something else; names the file
    public static BenchResult read(Path file) throws IOException {
        try {
            return MAPPER.readValue(file.toFile(), BenchResult.class);
        } catch (IOException e) {
            throw new IOException(
                    "cannot read %s as a result of lab bench (layout %d): %s"
                            .formatted(file, BenchResult.VERSION, firstLine(e.getMessage())),
                    e);
        }
    }

    private static String firstLine(String text) {
        return String.valueOf(text).lines().findFirst().orElse("");
    }
}

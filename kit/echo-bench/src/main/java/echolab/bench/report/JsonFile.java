package echolab.bench.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializerBase;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import echolab.bench.ab.AbResult;
import echolab.bench.result.BenchResult;
import echolab.bench.result.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/// A result as a file: the record as JSON, where what is not known is left out. `result.schema.json` says what may be in
/// it, `docs/results/README.md` what it means.
public final class JsonFile {

    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new Jdk8Module())
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .addModule(new SimpleModule().addSerializer(Enum.class, new SmallLetters()))
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
                    .build();

    /// Jackson's own WRITE_ENUMS_TO_LOWERCASE asks the machine for its small letters: "clıent" in Turkish.
    private static final class SmallLetters extends ToStringSerializerBase {

        private static final long serialVersionUID = 1L;

        SmallLetters() {
            super(Enum.class);
        }

        @Override
        public String valueToString(Object value) {
            return ((Enum<?>) value).name().toLowerCase(Locale.ROOT);
        }
    }

    private JsonFile() {}

    /// @param result a [BenchResult], or another record that is to look alike
    /// @throws IOException when the file cannot be written; names the file
    public static void write(Record result, Path file) throws IOException {
        PageFile.write(file, MAPPER.writeValueAsString(result) + "\n");
    }

    /// Reads a result of `lab bench`.
    ///
    /// @throws IOException when it can't be read or holds something else; names the file
    public static BenchResult read(Path file) throws IOException {
        var json = tree(file);
        var version = json.path("version");
        if (!version.isInt() || !json.has("kind")) {
            throw new IOException(
                    file + " is not a result of lab bench: it has no version or no kind");
        }
        if (!isOfBench(json)) {
            throw new IOException(
                    file + " is a result of another kind: " + json.path("kind").asText());
        }
        if (version.asInt() != BenchResult.VERSION) {
            throw new IOException(
                    "%s was written in layout %s, and this lab reads layout %s: measure again"
                            .formatted(file, version.asInt(), BenchResult.VERSION));
        }
        try {
            var result = MAPPER.treeToValue(json, BenchResult.class);
            Complete.check(result);
            return result;
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new IOException(
                    "%s is not a result of lab bench (layout %s): %s"
                            .formatted(file, BenchResult.VERSION, firstLine(e.getMessage())),
                    e);
        }
    }

    /// Reads a result of `lab bench --ab`.
    ///
    /// @throws IOException when it can't be read or holds something else; names the file
    public static AbResult readAb(Path file) throws IOException {
        var json = tree(file);
        if (!json.path("kind").asText().equals(AbResult.KIND)
                || json.path("version").asInt() != AbResult.VERSION) {
            throw new IOException(
                    "%s is not a result of lab bench --ab (layout %s)"
                            .formatted(file, AbResult.VERSION));
        }
        try {
            return MAPPER.treeToValue(json, AbResult.class);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new IOException(
                    "%s is not a result of lab bench --ab: %s"
                            .formatted(file, firstLine(e.getMessage())),
                    e);
        }
    }

    /// Whether a file holds a result of `lab bench`, and not one of another kind, which [#read] refuses.
    ///
    /// @throws IOException when it is not JSON; names the file
    public static boolean holdsBench(Path file) throws IOException {
        return isOfBench(tree(file));
    }

    private static boolean isOfBench(JsonNode json) {
        return Stream.of(Kind.values())
                .anyMatch(kind -> kind.name().equalsIgnoreCase(json.path("kind").asText()));
    }

    private static JsonNode tree(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("there is no file " + file);
        }
        try {
            return MAPPER.readTree(file.toFile());
        } catch (JsonProcessingException e) {
            throw new IOException(
                    "%s is not JSON: %s, line %s"
                            .formatted(
                                    file,
                                    firstLine(e.getOriginalMessage()),
                                    e.getLocation() == null ? 1 : e.getLocation().getLineNr()),
                    e);
        }
    }

    private static String firstLine(String text) {
        return String.valueOf(text).lines().findFirst().orElse("");
    }
}

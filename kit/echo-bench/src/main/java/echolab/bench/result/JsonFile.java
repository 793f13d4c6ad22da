package echolab.bench.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializerBase;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;

/// A result as a file: the record as JSON, where what is not known is left out. This is the one reader of results; a file that lacks
/// a field which is not optional is refused. `result.schema.json` says what may be in it, `docs/results/README.md` what it means.
public final class JsonFile {

    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new Jdk8Module())
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .addModule(new SimpleModule().addSerializer(Enum.class, new SmallLetters()))
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
                    .build();

    private record Layout(Class<? extends SavedResult> record, int version) {}

    /// Of each kind of result; null for what is none.
    private static Layout layout(String kind) {
        return switch (kind) {
            case "load", "warm_up", "idle" -> new Layout(BenchResult.class, BenchResult.VERSION);
            case AbResult.KIND -> new Layout(AbResult.class, AbResult.VERSION);
            case RateResult.KIND -> new Layout(RateResult.class, RateResult.VERSION);
            case ContractResult.KIND -> new Layout(ContractResult.class, ContractResult.VERSION);
            default -> null;
        };
    }

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

    /// @param result a [SavedResult], or a record that is to look alike
    /// @throws IOException when the file cannot be written; names the file
    public static void write(Object result, Path file) throws IOException {
        PageFile.write(file, MAPPER.writeValueAsString(result) + "\n");
    }

    /// Reads a result of any kind.
    ///
    /// @throws IOException when it can't be read, holds something else or lacks a field; names the file
    public static SavedResult read(Path file) throws IOException {
        var json = tree(file);
        var version = json.path("version");
        if (!version.isInt() || !json.has("kind")) {
            throw new IOException(
                    file + " is not a result of lab bench: it has no version or no kind");
        }
        var layout = layout(json.path("kind").asText());
        if (layout == null) {
            throw new IOException(
                    file + " is a result of another kind: " + json.path("kind").asText());
        }
        if (version.asInt() != layout.version()) {
            throw new IOException(
                    "%s was written in layout %s, and this lab reads layout %s: measure again"
                            .formatted(file, version.asInt(), layout.version()));
        }
        try {
            return MAPPER.treeToValue(json, layout.record());
        } catch (JsonProcessingException e) {
            throw new IOException(
                    "%s is not a result of lab bench (layout %s): %s"
                            .formatted(file, layout.version(), fault(json, e)),
                    e);
        }
    }

    /// The field `kind` of a file; `unknown` when it has none, or is no JSON.
    public static String kindOf(Path file) {
        try {
            return tree(file).path("kind").asText("unknown");
        } catch (IOException _) {
            return "unknown";
        }
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
                                    firstLine(e),
                                    e.getLocation() == null ? 1 : e.getLocation().getLineNr()),
                    e);
        }
    }

    /// For example `runs[0].targets is missing`.
    private static String fault(JsonNode json, JsonProcessingException e) {
        if (!(e instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
            return firstLine(e);
        }
        var pointer =
                mapping.getPath().stream()
                        .map(at ->
                                at.getFieldName() == null ? "" + at.getIndex() : at.getFieldName())
                        .collect(Collectors.joining("/", "/", ""));
        var field = pointer.substring(1).replaceAll("/(\\d+)", "[$1]").replace('/', '.');
        var found = json.at(pointer);
        return found.isMissingNode() || found.isNull()
                ? field + " is missing"
                : field + ": " + firstLine(e);
    }

    private static String firstLine(JsonProcessingException e) {
        return String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
    }
}

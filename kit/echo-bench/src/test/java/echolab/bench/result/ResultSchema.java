package echolab.bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// The JSON Schema of result files, made from the records that read them.
public final class ResultSchema {

    private static final Map<Class<?>, Class<?>> KNOWN_OR_NOT =
            Map.of(
                    OptionalInt.class, Integer.class,
                    OptionalLong.class, Long.class,
                    OptionalDouble.class, Double.class);

    private ResultSchema() {}

    /// @param type a record, or [SavedResult] for any of them
    static JsonNode of(Class<?> type) {
        var config =
                new SchemaGeneratorConfigBuilder(
                                SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                        .with(
                                Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT,
                                Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES,
                                Option.DEFINITIONS_FOR_ALL_OBJECTS,
                                Option.FLATTENED_OPTIONALS)
                        .without(Option.NONSTATIC_NONVOID_NONGETTER_METHODS);
        config.forTypesInGeneral()
                .withCustomDefinitionProvider((declared, context) -> {
                    var node = context.getGeneratorConfig().createObjectNode();
                    words(declared.getErasedType()).forEach(node.putArray("enum")::add);
                    return declared.getErasedType().isEnum() ? new CustomDefinition(node) : null;
                })
                .withSubtypeResolver((declared, context) -> {
                    var kinds = declared.getErasedType().getPermittedSubclasses();
                    return kinds == null
                            ? null
                            : Stream.of(kinds)
                                    .map(kind ->
                                            context.getTypeContext().resolveSubtype(declared, kind))
                                    .toList();
                });
        config.forFields()
                .withTargetTypeOverridesResolver(field ->
                        Optional.ofNullable(KNOWN_OR_NOT.get(field.getType().getErasedType()))
                                .map(known -> List.of(field.getContext().resolve(known)))
                                .orElse(null))
                .withRequiredCheck(field ->
                        !field.getDeclaredType()
                                .getErasedType()
                                .getSimpleName()
                                .startsWith("Optional"));
        return new SchemaGenerator(config.build()).generateSchema(type);
    }

    private static List<String> words(Class<?> type) {
        return type.isEnum()
                ? Stream.of(type.getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                        .toList()
                : List.of();
    }

    /// Writes a result, and reads it again.
    public static void assertKept(SavedResult result, Path folder) throws IOException {
        var file = folder.resolve("result.json");
        JsonFile.write(result, file);
        assertValid(file);
        assertThat(JsonFile.read(file)).isEqualTo(result);
    }

    static void assertValid(Path file) throws IOException {
        var schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(of(SavedResult.class));
        assertThat(schema.validate(new ObjectMapper().readTree(file.toFile())))
                .as("%s", file)
                .isEmpty();
    }
}

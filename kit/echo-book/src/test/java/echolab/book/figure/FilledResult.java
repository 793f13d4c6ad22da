package echolab.book.figure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A result of which a test writes what it is about: all other fields are those of a saved one, which is of the same kind.
public final class FilledResult {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private FilledResult() {}

    /// @param root gets the result in its `docs/results`
    /// @param model the name of the saved one
    public static void write(Path root, String name, String model, String json) throws IOException {
        var given = MAPPER.readTree(json);
        fill(given, MAPPER.readTree(Path.of("../../docs/results", model + ".json").toFile()));
        var folder = Files.createDirectories(Result.folder(root));
        Files.writeString(folder.resolve(name + ".json"), given.toString());
    }

    private static void fill(JsonNode given, JsonNode model) {
        if (given instanceof ObjectNode object) {
            model.properties()
                    .forEach(field -> {
                        if (object.has(field.getKey())) {
                            fill(object.get(field.getKey()), field.getValue());
                        } else {
                            object.set(field.getKey(), field.getValue());
                        }
                    });
        } else if (given.isArray() && !model.isEmpty()) {
            given.forEach(element -> fill(element, model.get(0)));
        }
    }
}

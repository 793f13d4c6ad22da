package echolab.book.figure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import echolab.book.ChapterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/// One file of `docs/results`: what `./lab bench --json` wrote. It is read as a tree, so that a new field in the file is no
/// reason to change the book.
///
/// @param name of the file, without `.json`
public record Result(String name, JsonNode tree) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /// @throws ChapterException when there is no such file, or it is no JSON
    public static Result read(Path root, String name) {
        var file = folder(root).resolve(name + ".json");
        if (!Files.isRegularFile(file)) {
            throw new ChapterException(
                    "there is no result %s: measure it with ./lab bench --json docs/results/%s.json"
                            .formatted(name, name));
        }
        try {
            return new Result(name, MAPPER.readTree(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new ChapterException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    public static Path folder(Path root) {
        return root.resolve("docs/results");
    }

    public List<JsonNode> runs() {
        return stream(tree.path("runs"));
    }

    /// The run at that number of connections; with 0, the only one.
    public JsonNode run(int connections) {
        var found =
                runs().stream()
                        .filter(
                                run ->
                                        connections == 0
                                                || run.path("connections").asInt() == connections)
                        .toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        var has = runs().stream().map(run -> run.path("connections").asText()).toList();
        throw new ChapterException(
                found.isEmpty()
                        ? "%s has no run at %d connections, but at %s"
                                .formatted(name, connections, String.join(", ", has))
                        : "%s has runs at %s connections: say which, with at=%s"
                                .formatted(name, String.join(", ", has), has.getFirst()));
    }

    /// The server of that name, with its summary.
    public JsonNode target(JsonNode run, String target) {
        var targets = stream(run.path("targets"));
        return targets.stream()
                .filter(t -> t.path("name").asText().equals(target))
                .findFirst()
                .orElseThrow(
                        () ->
                                new ChapterException(
                                        "%s did not measure %s, but %s"
                                                .formatted(
                                                        name,
                                                        target,
                                                        String.join(
                                                                ", ",
                                                                targets.stream()
                                                                        .map(
                                                                                t ->
                                                                                        t.path(
                                                                                                        "name")
                                                                                                .asText())
                                                                        .toList()))));
    }

    public String commit() {
        return tree.path("revision").path("commit").asText();
    }

    /// Whether files differed from the commit when it was measured.
    public boolean dirty() {
        return tree.path("revision").path("dirty").asBoolean();
    }

    /// The day, for people: 2026-11-23.
    public String day() {
        var date = tree.path("date").asText();
        return date.substring(0, Math.min(10, date.length()));
    }

    private static List<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}

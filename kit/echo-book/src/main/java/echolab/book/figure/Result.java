package echolab.book.figure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import echolab.book.ChapterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

    /// One for each load. A result of ab has one load, and is its own run.
    public List<JsonNode> runs() {
        return ofAb() ? List.of(tree) : stream(tree.path("runs"));
    }

    /// Whether `./lab bench --ab` wrote it.
    public boolean ofAb() {
        return tree.path("kind").asText().equals("ab");
    }

    /// How many connections were busy in a run.
    public int connections(JsonNode run) {
        return run.path(ofAb() ? "concurrency" : "connections").asInt();
    }

    /// The servers of a run, those that dropped out too.
    public List<JsonNode> targets(JsonNode run) {
        return stream(run.path("targets"));
    }

    /// The only run that is like this.
    ///
    /// @param wanted some of `connections`, `payloadBytes`, `ratePerSecond`, and what each must be
    public JsonNode run(Map<String, String> wanted) {
        var found =
                runs().stream()
                        .filter(run ->
                                wanted.entrySet().stream()
                                        .allMatch(w ->
                                                run.path(w.getKey()).asText().equals(w.getValue())))
                        .toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        var has = runs().stream().map(Result::load).collect(Collectors.joining("; "));
        throw new ChapterException(
                "%s has %s runs with %s: choose one of these by at=, bytes= or rate=: %s"
                        .formatted(name, found.size(), wanted, has));
    }

    private static String load(JsonNode run) {
        var rate = run.path("ratePerSecond");
        return "at=%s, bytes=%s%s"
                .formatted(
                        run.path("connections").asText(),
                        run.path("payloadBytes").asText(),
                        rate.isMissingNode() ? "" : ", rate=" + rate.asText());
    }

    /// The server of that name, with its summary.
    public JsonNode target(JsonNode run, String target) {
        var targets = targets(run);
        return targets.stream()
                .filter(t -> t.path("name").asText().equals(target))
                .findFirst()
                .orElseThrow(() -> new ChapterException(unknown(target, targets)));
    }

    private String unknown(String target, List<JsonNode> targets) {
        return "%s did not measure %s, but %s"
                .formatted(
                        name,
                        target,
                        targets.stream()
                                .map(t -> t.path("name").asText())
                                .collect(Collectors.joining(", ")));
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

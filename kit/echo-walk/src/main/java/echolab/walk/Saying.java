package echolab.walk;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/// Words at a step, chosen by what the line that runs is, and by a value that was seen there; never by the number of a line.
///
/// @param method class and method that runs, `Connection.write`; or what a client does, `A.sends`
/// @param text what the line contains; empty for the first line of the method
/// @param value how the name of a value ends that has to be `wanted`; none for no matter which
/// @param question what is asked, and its answer; or nothing
record Saying(
        String method,
        String text,
        String value,
        String wanted,
        String words,
        List<String> question) {

    static final Saying NOTHING = new Saying("", "", "", "", "", List.of());

    private static final Pattern LINE =
            Pattern.compile("(say|ask) +(\\S+)(?: +\"(.*?)\")?(?: +when +(.+?) = (.+?))? +: +(.+)");

    static Saying parse(String line) {
        var found = LINE.matcher(line);
        if (!found.matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" should be: say CLASS.METHOD \"code\" when VALUE = WHAT : words"
                            .formatted(line));
        }
        var asks = found.group(1).equals("ask");
        var parts = List.of(found.group(6).split(" \\| ", asks ? 2 : 1));
        if (asks && parts.size() < 2) {
            throw new IllegalArgumentException(
                    "\"%s\" asks, and has no answer behind a bar".formatted(line));
        }
        return new Saying(
                found.group(2),
                Objects.requireNonNullElse(found.group(3), ""),
                Objects.requireNonNullElse(found.group(4), ""),
                Objects.requireNonNullElse(found.group(5), ""),
                asks ? "" : parts.getFirst(),
                asks ? parts : List.of());
    }

    /// @param line the code that runs
    /// @param values by name, as they were seen
    boolean fits(String running, String line, Map<String, String> values) {
        return running.equals(method)
                && line.contains(text)
                && (value.isEmpty()
                        || values.entrySet().stream()
                                .anyMatch(seen ->
                                        seen.getKey().endsWith(value)
                                                && seen.getValue().equals(wanted)));
    }
}

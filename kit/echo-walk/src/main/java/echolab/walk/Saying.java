package echolab.walk;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Words at a step, chosen by what the line that runs is, and by a value that was seen there; never by the number of a line.
///
/// ```text
///   say  Connection.write "channel.write("                : The kernel takes what it has room for.
///   ask  Connection.write "else" when interest = read     : What is the key interested in now? | In reading.
/// ```
///
/// @param method class and method that runs, `Connection.write`; or what a client does, `A.sends`
/// @param text what the line contains; empty for the first line of the method
/// @param value the name of a value that has to be `wanted`; empty for none
/// @param words what is said
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
            throw new SceneException(
                    "\"%s\" should be: say CLASS.METHOD \"code\" when VALUE = WHAT : words"
                            .formatted(line));
        }
        var asks = found.group(1).equals("ask");
        var parts = found.group(6).split(" \\| ", 2);
        if (asks && parts.length < 2) {
            throw new SceneException("\"%s\" asks, and has no answer behind a bar".formatted(line));
        }
        return new Saying(
                found.group(2),
                orEmpty(found.group(3)),
                orEmpty(found.group(4)),
                orEmpty(found.group(5)),
                asks ? "" : found.group(6),
                asks ? List.of(parts) : List.of());
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

    private static String orEmpty(String found) {
        return found == null ? "" : found;
    }
}

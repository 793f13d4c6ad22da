package echolab.walk;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One thing that a client does, as a scene says it: `A sends hello`.
///
/// @param place where a thread of the server stands meanwhile, `EventLoop.waitForEvents after Inbox.isEmpty`; empty for nowhere
/// @param client one letter, or `server`
/// @param object what with; may be empty
/// @param recorded whether what the server does about it is kept
/// @param together whether the next one acts as well before the server goes on
record Act(
        String place, String client, Verb verb, String object, boolean recorded, boolean together) {

    enum Verb {
        CONNECTS,
        SENDS,
        FLOODS,
        RECEIVES,
        DRAINS,
        ENDS,
        WAITS,
        BEGINS,
        STOPS;

        String said() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String VERBS =
            Stream.of(Verb.values()).map(Verb::said).collect(Collectors.joining("|"));

    private static final Pattern LINE =
            Pattern.compile(
                    "(?:while (\\S+ after \\S+) *: +)?(quietly )?([A-Z]|server) (%s)(| .*?)( and)?"
                            .formatted(VERBS));

    static Act parse(String line) {
        var found = LINE.matcher(line);
        if (!found.matches()) {
            throw new IllegalArgumentException(
                    "\"%s\": a client cannot do that; it should be CLIENT %s WHAT"
                            .formatted(line, VERBS));
        }
        return new Act(
                Objects.requireNonNullElse(found.group(1), ""),
                found.group(3),
                Verb.valueOf(found.group(4).toUpperCase(Locale.ROOT)),
                found.group(5).strip(),
                found.group(2) == null && !found.group(4).equals("floods"),
                found.group(6) != null);
    }

    @Override
    public String toString() {
        return (client + " " + verb.said() + " " + object).strip();
    }
}

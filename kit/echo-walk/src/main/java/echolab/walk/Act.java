package echolab.walk;

import java.util.Locale;
import java.util.regex.Pattern;

/// One thing that a client does, as a scene says it: `A sends hello`.
///
/// @param place where a thread of the server stands meanwhile, for example `EventLoop.waitForEvents after Inbox.isEmpty`, the method that it came
///     from last; empty for nowhere
/// @param client one letter, or `server`
/// @param verb what it does
/// @param object what with; may be empty
/// @param recorded whether what the server does about it is kept
/// @param together whether the next one acts as well before the server goes on
record Act(
        String place, String client, Verb verb, String object, boolean recorded, boolean together) {

    enum Verb {
        CONNECTS,
        /// Some text, or `N bytes`.
        SENDS,
        /// As much as both kernels take while the server goes on.
        FLOODS,
        /// So many bytes.
        RECEIVES,
        /// All that has come, again and again, until there is no more.
        DRAINS,
        /// Its side of the conversation.
        ENDS,
        /// Nothing, until a timer of the server's wakes one of its threads.
        WAITS,
        /// The program of the scene, which is the server here, gets to run.
        BEGINS,
        /// The server gets SIGTERM.
        STOPS;

        String said() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Pattern LINE =
            Pattern.compile(
                    "(?:while (\\S+ after \\S+) *: +)?(quietly )?([A-Z]|server) (\\w+)(?: (.*?))?( and)?");

    static Act parse(String line) {
        var found = LINE.matcher(line);
        if (!found.matches()) {
            throw new SceneException("\"%s\" should be: CLIENT VERB WHAT".formatted(line));
        }
        try {
            return new Act(
                    found.group(1) == null ? "" : found.group(1),
                    found.group(3),
                    Verb.valueOf(found.group(4).toUpperCase(Locale.ROOT)),
                    found.group(5) == null ? "" : found.group(5),
                    found.group(2) == null,
                    found.group(6) != null);
        } catch (IllegalArgumentException _) {
            throw new SceneException(
                    "\"%s\": a client cannot do that; it %s"
                            .formatted(line, java.util.Arrays.toString(Verb.values())));
        }
    }

    @Override
    public String toString() {
        return (client + " " + verb.said() + " " + object).strip();
    }
}

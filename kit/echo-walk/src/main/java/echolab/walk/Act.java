package echolab.walk;

import java.util.regex.Pattern;

/// One thing that a client does, as a scene says it: `A sends hello`.
///
/// @param client one letter, or `server`
/// @param verb what it does
/// @param object what with; may be empty
/// @param recorded whether what the server does about it is kept
/// @param together whether the next one acts as well before the server goes on
record Act(String client, Verb verb, String object, boolean recorded, boolean together) {

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
        /// Without having read all, or with what it had to send.
        RESETS,
        /// The server gets SIGTERM.
        STOPS
    }

    private static final Pattern LINE =
            Pattern.compile("(quietly )?([A-Z]|server) (\\w+)(?: (.*?))?( and)?");

    static boolean isOne(String line) {
        return LINE.matcher(line).matches();
    }

    static Act parse(String line) {
        var found = LINE.matcher(line);
        if (!found.matches()) {
            throw new SceneException("\"%s\" should be: CLIENT VERB WHAT".formatted(line));
        }
        try {
            return new Act(
                    found.group(2),
                    Verb.valueOf(found.group(3).toUpperCase(java.util.Locale.ROOT)),
                    found.group(4) == null ? "" : found.group(4),
                    found.group(1) == null,
                    found.group(5) != null);
        } catch (IllegalArgumentException _) {
            throw new SceneException(
                    "\"%s\": a client cannot do that; it %s"
                            .formatted(line, java.util.Arrays.toString(Verb.values())));
        }
    }

    @Override
    public String toString() {
        return (client + " " + verb.name().toLowerCase(java.util.Locale.ROOT) + " " + object)
                .strip();
    }
}

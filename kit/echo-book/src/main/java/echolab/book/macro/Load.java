package echolab.book.macro;

import java.util.LinkedHashMap;
import java.util.Map;

/// The run of a result that a macro means: `at=1000` connections, `bytes=106` a message, `rate=5000` messages a second; what
/// a result has only one of need not be said.
final class Load {

    private static final Map<String, String> WORDS =
            Map.of("at", "connections", "bytes", "payloadBytes", "rate", "ratePerSecond");

    private Load() {}

    static Map<String, String> of(Map<String, Object> attributes) {
        var wanted = new LinkedHashMap<String, String>();
        WORDS.forEach((word, field) -> {
            if (attributes.get(word) != null) {
                wanted.put(field, attributes.get(word).toString());
            }
        });
        return wanted;
    }
}

package echolab.book.macro;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which run of a result a macro means: `at=1000` connections, `bytes=106` a message, `rate=5000` messages a second; what a result has
/// only one of need not be said.
final class Load {

    private Load() {}

    static Map<String, String> of(Map<String, Object> attributes) {
        var wanted = new LinkedHashMap<String, String>();
        for (var word : List.of("at", "bytes", "rate")) {
            if (attributes.get(word) != null) {
                wanted.put(word, attributes.get(word).toString());
            }
        }
        return wanted;
    }
}

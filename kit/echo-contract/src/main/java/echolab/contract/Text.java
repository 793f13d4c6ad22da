package echolab.contract;

import java.time.Duration;

/// How do failure messages write quantities? For people: `10 s`, `300 ms`, `12.3 MB`.
final class Text {

    private Text() {}

    static String of(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    static String megabytes(long bytes) {
        return "%.1f MB".formatted(bytes / 1e6);
    }
}

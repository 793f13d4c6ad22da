package echolab.contract;

import java.net.InetSocketAddress;
import java.time.Duration;

/// How do failure messages write quantities and addresses? For people: `10 s`, `300 ms`, `12.3 MB`, `127.0.0.1:8888`.
final class Text {

    private Text() {}

    static String of(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    static String of(InetSocketAddress address) {
        return address.getHostString() + ":" + address.getPort();
    }

    static String megabytes(long bytes) {
        return "%.1f MB".formatted(bytes / 1e6);
    }
}

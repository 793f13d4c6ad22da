package echolab.contract;

import echolab.process.Digits;
import java.net.InetSocketAddress;
import java.time.Duration;

/// Quantities and addresses as failure messages write them, for people: `10 s`, `300 ms`, `12.3 MB`, `127.0.0.1:8888`.
final class Text {

    private Text() {}

    static String of(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    static String of(InetSocketAddress address) {
        return address.getHostString() + ":" + address.getPort();
    }

    /// What a case throws: a sentence that says what was seen, in the digits of [Digits].
    static AssertionError failure(String sentence, Object... values) {
        return new AssertionError(Digits.in(sentence, values));
    }

    static String megabytes(long bytes) {
        return Digits.in("%.1f MB", bytes / 1e6);
    }
}

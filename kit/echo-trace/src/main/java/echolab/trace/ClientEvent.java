package echolab.trace;

import echolab.svg.Ink;
import java.util.Locale;

/// Something that one of our clients did, or got.
///
/// @param micros when, µs since the epoch: the same clock that strace stamps calls with
/// @param client 0 for the first
public record ClientEvent(long micros, Action action, int client) {

    public enum Action {
        CONNECTS,
        SENDS,
        RECEIVES,
        CLOSES;

        String verb() {
            return this == RECEIVES ? "has its echo" : name().toLowerCase(Locale.ROOT);
        }
    }

    /// `A`, `B`, `C` …
    static String letter(int client) {
        return String.valueOf((char) ('A' + client));
    }

    /// The colour of all that is about a client.
    static Ink ink(int client) {
        return Ink.series(client);
    }
}

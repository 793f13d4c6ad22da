package echolab.process;

import java.util.Locale;

/// Text with figures in the digits of this project's English, `12,345.6`, whatever the machine speaks: others read it,
/// and programs too.
public final class Digits {

    private Digits() {}

    /// As `String.formatted`, which would ask the machine for its digits.
    public static String in(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}

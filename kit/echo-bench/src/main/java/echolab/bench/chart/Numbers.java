package echolab.bench.chart;

import echolab.process.Digits;

/// Figures as they are written, alike in all charts, tables and tips.
public final class Numbers {

    private static final double LARGE = 100_000;

    private Numbers() {}

    /// With so many places behind the point, and a comma at the thousands.
    public static String places(double figure, int places) {
        return Digits.in("%,." + places + "f", figure);
    }

    /// A mark of an axis, as short as it can be: `0.05`, `1.5`, `20`, `10,000`, `200k`.
    static String mark(double figure) {
        if (figure >= LARGE) {
            return mark(figure / 1000) + "k";
        }
        var places = figure >= 1 || figure == 0 ? 1 : (int) Math.ceil(-Math.log10(figure)) + 1;
        return trimmed(figure, places);
    }

    /// `50`, `99.9`, `99.99`: a percentile is not rounded to what it is not.
    static String percent(double percent) {
        return trimmed(percent, 2);
    }

    /// `106 B`, `64 KiB`.
    public static String bytes(double bytes) {
        return bytes >= 1024 ? mark(bytes / 1024) + " KiB" : mark(bytes) + " B";
    }

    private static String trimmed(double figure, int places) {
        var text = places(figure, places);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }
}

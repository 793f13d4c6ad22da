package echolab.table;

import echolab.process.Digits;
import java.util.OptionalDouble;

/// One cell of a [Table]: a figure or words, how far the figure is spread, and how much may be made of it.
///
/// @param text what stands there
/// @param size the figure, for a bar; 0 for words
/// @param spread for example `0.98–1.02`; empty for none
public record Cell(String text, double size, String spread, Mark mark) {

    /// What a reader must know of a cell before believing it.
    public enum Mark {
        NONE,
        /// Not told apart from 1.
        EQUAL,
        /// The load generator was the bottleneck.
        LIMITED,
        FAILED,
        KEPT
    }

    /// What stands where there is no figure.
    public static final Cell NONE = of("–");

    public static Cell of(String text) {
        return new Cell(text, 0, "", Mark.NONE);
    }

    /// @param places behind the point
    public static Cell of(double figure, int places) {
        return new Cell(written(figure, places), figure, "", Mark.NONE);
    }

    /// @param figure [#NONE] when it is empty
    public static Cell of(OptionalDouble figure, int places) {
        return figure.isPresent() ? of(figure.getAsDouble(), places) : NONE;
    }

    /// With the ends of its spread.
    public static Cell of(double figure, double low, double high, int places) {
        return of(figure, places).spread(written(low, places) + "–" + written(high, places));
    }

    /// The text, with a sign where it is not told apart from 1.
    public String signed() {
        return (mark == Mark.EQUAL ? "= " : "") + text;
    }

    public Cell spread(String spread) {
        return new Cell(text, size, spread, mark);
    }

    public Cell marked(Mark mark) {
        return new Cell(text, size, spread, mark);
    }

    /// With a comma at the thousands.
    private static String written(double figure, int places) {
        return Digits.in("%,." + places + "f", figure);
    }
}

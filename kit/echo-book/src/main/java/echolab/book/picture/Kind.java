package echolab.book.picture;

import echolab.book.ChapterException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// What kinds of things are there in the pictures of the book? Each has the same look on every page; the preface explains
/// them. The colours are for print and for light pages: the theme has others for dark ones.
enum Kind {
    CLIENT("#ffffff", "#4b5563", 8),
    THREAD("#dbeafe", "#1d4ed8", 8),
    TASK("#ede9fe", "#6d28d9", 8),
    SOCKET("#dcfce7", "#15803d", 22),
    QUEUE("#fef3c7", "#b45309", 2),
    STATE("#ffffff", "#1f2937", 22),
    CODE("#f3f4f6", "#4b5563", 2),
    NOTE("none", "none", 0);

    private final String fill;
    private final String stroke;
    private final int corner;

    Kind(String fill, String stroke, int corner) {
        this.fill = fill;
        this.stroke = stroke;
        this.corner = corner;
    }

    static Kind named(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new ChapterException(
                                "a picture has no \"%s\", but %s"
                                        .formatted(
                                                word,
                                                Arrays.stream(values())
                                                        .map(Kind::word)
                                                        .collect(Collectors.joining(", ")))));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String fill() {
        return fill;
    }

    String stroke() {
        return stroke;
    }

    int corner() {
        return corner;
    }
}

package echolab.workshop.folder;

import echolab.workshop.MalformedFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Where in a source file the exercise is: between the lines `// tag::write[]` and `// end::write[]`, the same that the
/// book includes. They stand around one whole method; what is carved out is its body. Below it may be what only it needs, further
/// methods and fields: all that goes, too.
///
/// ```
///     // tag::write[]
///     /// The documentation and the signature stay …
///     private void write() throws IOException {
///         throw Todo.exercise("2.3", "write until the buffer is empty");
///     }
///     // end::write[]
/// ```
///
/// @param before the lines up to and with the tag
/// @param lines the lines between, without the tags of what the book includes of the method
/// @param after the lines from the end on
record Region(List<String> before, List<String> lines, List<String> after) {

    private static final Pattern COMMENT = Pattern.compile("\\s*(//.*|@.*)?");
    private static final Pattern TAG = Pattern.compile("\\s*// (tag|end)::\\S+\\[]");

    /// The lines of a file with tags around a method that has none.
    ///
    /// @param signature its first line
    static List<String> marked(String file, List<String> lines, String signature, String tag)
            throws MalformedFileException {
        var at = index(lines, signature);
        if (at < 0) {
            throw new MalformedFileException(
                    file,
                    "the line %s, which begins the exercise, is not there".formatted(signature));
        }
        var begin = at;
        while (begin > 0 && lines.get(begin - 1).matches("\\s*(///|@).*")) {
            begin--;
        }
        var margin = " ".repeat(indent(lines.get(at)));
        var all = new ArrayList<>(lines);
        all.add(end(lines, at) + 1, margin + "// end::" + tag + "[]");
        all.add(begin, margin + "// tag::" + tag + "[]");
        return all;
    }

    /// @param file what to call the file in a message
    static Region find(String file, List<String> lines, String tag) throws MalformedFileException {
        var begin = index(lines, "// tag::" + tag + "[]");
        var end = index(lines, "// end::" + tag + "[]");
        if (begin < 0 || end < begin) {
            throw new MalformedFileException(
                    file,
                    "the lines // tag::%s[] and // end::%<s[], which mark the exercise, are not there"
                            .formatted(tag));
        }
        return new Region(
                lines.subList(0, begin + 1),
                lines.subList(begin + 1, end).stream()
                        .filter(line -> !TAG.matcher(line).matches())
                        .toList(),
                lines.subList(end, lines.size()));
    }

    private static int index(List<String> lines, String marker) {
        for (var i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().equals(marker)) {
                return i;
            }
        }
        return -1;
    }

    /// The whole file with other lines in this place.
    List<String> with(List<String> others) {
        var all = new ArrayList<>(before);
        all.addAll(others);
        all.addAll(after);
        return all;
    }

    /// Whether there is more in it than one method.
    boolean isOfSeveral() {
        return lines.stream()
                .skip(end(lines, firstLineOfCode()) + 1)
                .anyMatch(line -> !COMMENT.matcher(line).matches());
    }

    /// The lines with another body, and without what only the old one needs.
    List<String> withBody(String file, List<String> body) throws MalformedFileException {
        var open = firstLineOfCode();
        while (open < lines.size() && !lines.get(open).endsWith("{")) {
            open++;
        }
        var close = end(lines, firstLineOfCode());
        if (open >= close || close == lines.size()) {
            throw new MalformedFileException(
                    file,
                    before.size() + 1,
                    "an exercise is one whole method, from its signature to the } in the same column");
        }
        var carved = new ArrayList<>(lines.subList(0, open + 1));
        for (var line : body) {
            carved.add(lines.get(close).replace("}", "    " + line));
        }
        carved.addAll(lines.subList(close, isOfSeveral() ? close + 1 : lines.size()));
        return carved;
    }

    /// The place of the signature among the lines, below documentation and annotations.
    int firstLineOfCode() {
        var first = 0;
        while (first < lines.size() && COMMENT.matcher(lines.get(first)).matches()) {
            first++;
        }
        return first;
    }

    /// The line of the } that ends the method, in the column in which it begins; the number of lines if there is none.
    private static int end(List<String> lines, int signature) {
        var at = signature;
        while (at < lines.size()
                && !lines.get(at).equals(" ".repeat(indent(lines.get(signature))) + "}")) {
            at++;
        }
        return at;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}

package echolab.book.source;

import echolab.book.ChapterException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// What stands between `tag::name[]` and `end::name[]` in a source file, or a method of it, without the markers and moved to the left.
///
/// @param lines what a reader sees
public record Excerpt(List<String> lines) {

    /// The markers are AsciiDoc's own, so that an `include::` and an exercise mean the same region.
    public static final Pattern MARKER = Pattern.compile("\\b(tag|end)::([\\w.-]+)\\[\\]");

    /// @param tag or a method's name and `()`, which needs no marker in the file
    /// @throws ChapterException when the file has no such tag, or does not end it, or has no such method, or several
    public static Excerpt read(Path file, String tag) {
        return tag.endsWith("()")
                ? ofMethod(file, tag.substring(0, tag.length() - 2))
                : ofTag(file, tag);
    }

    /// The formatter puts the last brace of a method below its first letter.
    private static Excerpt ofMethod(Path file, String name) {
        var lines =
                Sources.lines(file).stream().filter(line -> !MARKER.matcher(line).find()).toList();
        var head = Pattern.compile("^(\\s+)[\\w@].* %s\\([^;]*$".formatted(name));
        var heads =
                IntStream.range(0, lines.size())
                        .filter(i -> head.matcher(lines.get(i)).matches())
                        .toArray();
        if (heads.length != 1) {
            throw new ChapterException(
                    "%s has %s methods %s()".formatted(file.getFileName(), heads.length, name));
        }
        var rest = lines.subList(heads[0], lines.size());
        var end = rest.getFirst().replaceFirst("\\S.*", "}");
        return new Excerpt(toTheLeft(rest.subList(0, rest.indexOf(end) + 1)));
    }

    private static Excerpt ofTag(Path file, String tag) {
        var kept = new ArrayList<String>();
        var inside = false;
        var seen = false;
        for (var line : Sources.lines(file)) {
            var marker = MARKER.matcher(line);
            if (marker.find()) {
                if (marker.group(2).equals(tag)) {
                    inside = marker.group(1).equals("tag");
                    seen = true;
                }
            } else if (inside) {
                kept.add(line);
            }
        }
        if (!seen || inside) {
            throw new ChapterException(
                    "%s has no %s::%s[]".formatted(file.getFileName(), seen ? "end" : "tag", tag));
        }
        return new Excerpt(toTheLeft(withoutDocumentation(kept)));
    }

    /// What the method is for, the chapter says in its own words.
    private static List<String> withoutDocumentation(List<String> lines) {
        return lines.stream().dropWhile(line -> line.strip().startsWith("///")).toList();
    }

    /// The only line that has this text, counted from 0.
    ///
    /// @throws ChapterException when no line has it, or more than one
    public int lineWith(String text) {
        var numbers = IntStream.range(0, lines.size()).filter(i -> lines.get(i).contains(text));
        var found = numbers.boxed().toList();
        if (found.size() != 1) {
            throw new ChapterException(
                    "a callout is for the line with \"%s\", but %s"
                            .formatted(
                                    text,
                                    found.isEmpty()
                                            ? "no line of the excerpt has it"
                                            : found.size() + " lines of the excerpt have it"));
        }
        return found.getFirst();
    }

    private static List<String> toTheLeft(List<String> lines) {
        return String.join("\n", lines).stripTrailing().stripIndent().strip().lines().toList();
    }
}

package echolab.book.check;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// Something that no line may have, and the sentence that says so.
///
/// @param wrong what it looks like
/// @param sentence for the writer, `%s` in it for what was found
record LineRule(Pattern wrong, String sentence) {

    static LineRule of(String wrong, String sentence) {
        return new LineRule(Pattern.compile(wrong), sentence);
    }

    /// @return what is wrong, once even where it stands twice
    List<Finding> check(Path file, int number, String line) {
        return wrong.matcher(line)
                .results()
                .map(found -> new Finding(file, number, sentence.replace("%s", found.group())))
                .distinct()
                .toList();
    }
}

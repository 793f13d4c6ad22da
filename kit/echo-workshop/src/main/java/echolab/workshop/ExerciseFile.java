package echolab.workshop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// An exercise as it is written down: as a page of AsciiDoc that the book includes, in a form so strict that a few
/// lines of Java can read it as well:
///
/// ```
/// = Exercise 2.3: Write what the kernel takes
/// :step: step02-nio-selector
/// :source: src/main/java/echolab/selector/Connection.java
/// :tag: write
/// :todo: write until the buffer is empty
/// :tests: PartialWriteTest
/// :level: 2
/// :minutes: 15
///
/// The question, then the task: as many paragraphs as it takes.
///
/// .Hint 1: What does `write` return?
/// [%collapsible]
/// ====
/// A question that leads to the idea.
/// ====
/// ```
///
/// Then `.Hint 2: …`, `.Hint 3: …`, `.Lesson` and `.Go further`, each such a block. `:bug: 25-no-wakeup.patch` makes it
/// a *find the bug* exercise; `:method: public void handle() {` finds a method without a tag. `exercises/README.md` tells how to write one.
final class ExerciseFile {

    private static final Pattern TITLE = Pattern.compile("= Exercise (\\S+): (.+)");
    private static final Pattern ATTRIBUTE = Pattern.compile(":([a-z]+): +(.+)");
    private static final Pattern BLOCK =
            Pattern.compile("\\.(?:(Hint [123]): (.+)|(Lesson|Go further))");
    private static final List<String> WANTED =
            List.of("step", "source", "tag", "todo", "tests", "level", "minutes");
    private static final Set<String> OPTIONAL = Set.of("bug", "method");

    private final String name;
    private final List<String> lines;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final Map<String, Hint> blocks = new LinkedHashMap<>();
    private int at;

    private ExerciseFile(String name, List<String> lines) {
        this.name = name;
        this.lines = lines;
    }

    /// @throws MalformedFileException with the line that is wrong, and what should stand there
    static Exercise read(Path file) throws IOException {
        return new ExerciseFile(file.getFileName().toString(), Files.readAllLines(file)).exercise();
    }

    private Exercise exercise() throws MalformedFileException {
        var title = TITLE.matcher(lines.isEmpty() ? "" : lines.getFirst());
        if (!title.matches()) {
            throw wrong("the first line must read: = Exercise 2.3: A few words");
        }
        at = 1;
        readAttributes();
        var text = readText();
        while (at < lines.size()) {
            readBlock();
        }
        return new Exercise(
                number(title.group(1)),
                title.group(2).strip(),
                attributes.get("step"),
                attributes.get("source"),
                attributes.get("tag"),
                Optional.ofNullable(attributes.get("method")),
                attributes.get("todo"),
                Arrays.asList(attributes.get("tests").split(", *")),
                number("level", "[1-3]", "1, 2 or 3"),
                number("minutes", "[1-9]\\d?", "a number from 1 to 99"),
                Optional.ofNullable(attributes.get("bug")),
                text,
                hints(),
                block("Lesson").text(),
                block("Go further").text());
    }

    private void readAttributes() throws MalformedFileException {
        for (; at < lines.size() && lines.get(at).startsWith(":"); at++) {
            var attribute = ATTRIBUTE.matcher(lines.get(at));
            if (!attribute.matches()) {
                throw wrong("an attribute reads :name: value");
            }
            if (!WANTED.contains(attribute.group(1)) && !OPTIONAL.contains(attribute.group(1))) {
                throw wrong("there is no attribute :" + attribute.group(1) + ":");
            }
            attributes.put(attribute.group(1), attribute.group(2).strip());
        }
        for (var wanted : WANTED) {
            if (!attributes.containsKey(wanted)) {
                throw wrong("the attribute :" + wanted + ": is missing");
            }
        }
    }

    private String readText() throws MalformedFileException {
        var from = at;
        while (at < lines.size() && !BLOCK.matcher(lines.get(at)).matches()) {
            at++;
        }
        var text = String.join("\n", lines.subList(from, at)).strip();
        if (text.isEmpty()) {
            throw wrong("the text of the exercise is missing");
        }
        return text;
    }

    private void readBlock() throws MalformedFileException {
        var title = BLOCK.matcher(lines.get(at));
        if (!title.matches()) {
            throw wrong("expected a block: .Hint 1: …, .Lesson or .Go further");
        }
        at++;
        expect("[%collapsible]");
        expect("====");
        var text = new ArrayList<String>();
        while (at < lines.size() && !lines.get(at).equals("====")) {
            text.add(lines.get(at++));
        }
        expect("====");
        var name = Optional.ofNullable(title.group(1)).orElse(title.group(3));
        var about = Optional.ofNullable(title.group(2)).orElse("");
        var hint = new Hint(about, String.join("\n", text).strip());
        if (blocks.put(name, hint) != null) {
            throw wrong("the block ." + name + " stands there twice");
        }
        while (at < lines.size() && lines.get(at).isBlank()) {
            at++;
        }
    }

    private void expect(String line) throws MalformedFileException {
        if (at >= lines.size() || !lines.get(at).equals(line)) {
            throw wrong("expected the line " + line);
        }
        at++;
    }

    private List<Hint> hints() throws MalformedFileException {
        return blocks.containsKey("Hint 3")
                ? List.of(block("Hint 1"), block("Hint 2"), block("Hint 3"))
                : List.of(block("Hint 1"), block("Hint 2"));
    }

    private Hint block(String name) throws MalformedFileException {
        var block = blocks.get(name);
        if (block == null || block.text().isEmpty()) {
            throw wrong("the block ." + name + " is missing");
        }
        return block;
    }

    private ExerciseNumber number(String text) throws MalformedFileException {
        try {
            return ExerciseNumber.parse(text);
        } catch (IllegalArgumentException e) {
            at = 0;
            throw wrong(e.getMessage());
        }
    }

    private int number(String attribute, String pattern, String what)
            throws MalformedFileException {
        var text = attributes.get(attribute);
        if (!text.matches(pattern)) {
            throw wrong(":" + attribute + ": is " + what + ", not " + text);
        }
        return Integer.parseInt(text);
    }

    private MalformedFileException wrong(String what) {
        return new MalformedFileException(
                "exercises/" + name, Math.min(at + 1, lines.size()), what);
    }
}

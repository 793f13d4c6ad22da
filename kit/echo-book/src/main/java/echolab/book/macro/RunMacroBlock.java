package echolab.book.macro;

import echolab.book.ChapterException;
import echolab.book.figure.Age;
import echolab.book.run.RunBlock;
import echolab.book.run.Transcript;
import echolab.book.source.History.Since;
import echolab.process.Digits;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.asciidoctor.ast.ContentModel;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.BlockProcessor;
import org.asciidoctor.extension.Contexts;
import org.asciidoctor.extension.Name;
import org.asciidoctor.extension.PositionalAttributes;
import org.asciidoctor.extension.Reader;

/// Commands, and what they printed when they were captured. `RunBlock` says how it is written. When a command draws a
/// picture (`--svg FILE`), that is shown in place of the text, and has an `alt` as every picture.
@Name("run")
@Contexts(Contexts.LISTING)
@ContentModel(ContentModel.RAW)
@PositionalAttributes("capture")
public final class RunMacroBlock extends BlockProcessor {

    private static final Pattern STEP = Pattern.compile("\\bstep\\d\\d\\b");

    @Override
    public Object process(StructuralNode parent, Reader reader, Map<String, Object> attributes) {
        var commands = reader.readLines();
        var asked = new Asked(parent, String.valueOf(attributes.get("capture")), attributes);
        return Writer.orComplain(
                this,
                parent,
                "," + asked.target(),
                null,
                () -> {
                    show(asked, commands);
                    return null;
                });
    }

    private void show(Asked asked, List<String> commands) {
        var parent = asked.parent();
        var transcript = captured(asked, commands);
        var provenance = List.of("", "[.provenance]", provenance(asked, transcript));
        if (RunBlock.picture(commands).isEmpty()) {
            var shown = transcript.lines();
            var lines = listing("run", Writer.html(parent) ? shown : withoutBlocks(shown));
            lines.addAll(provenance);
            parseContent(parent, Together.onPaper(parent, lines, List.of()));
        } else {
            var alt = PictureBlock.alt(asked);
            var drawn = svg(asked, alt);
            var svg = isTrace(commands) ? TraceKey.under(drawn) : drawn;
            var announcement = Together.announcement(parent);
            var together = together(parent);
            parseContent(together, announcement);
            parseContent(together, listing("run", transcript.typed()));
            (Drawn.isTall(svg) ? parent : together)
                    .append(Drawn.block(this, asked, asked.target(), svg, alt));
            if (Writer.html(parent)) {
                parseContent(parent, folded(commands, transcript.printed()));
            }
            parseContent(parent, provenance);
        }
    }

    /// The bars of `lab bench`, and its cross: no font of the PDF has their characters.
    private static List<String> withoutBlocks(List<String> lines) {
        var text = String.join("\n", lines).replace('█', '=').replace('✘', '×');
        return List.of(text.replaceAll("[▏▎▍▌▋▊▉]", "-").split("\n", -1));
    }

    /// On paper a command does not stand on one page and its picture on the next, unless it is a tall one.
    private StructuralNode together(StructuralNode parent) {
        if (Writer.html(parent)) {
            return parent;
        }
        var block =
                createBlock(parent, "open", List.of(), Map.of("unbreakable-option", ""), Map.of());
        parent.append(block);
        return block;
    }

    private static Transcript captured(Asked asked, List<String> commands) {
        var transcript = asked.captured();
        if (!transcript.commands().equals(commands)) {
            throw new ChapterException(
                    "the commands of run block %s are not those that were captured: ./lab book --capture %s"
                            .formatted(asked.target(), Writer.chapter(asked.parent())));
        }
        return transcript;
    }

    /// With the chapter's words for those who cannot see it in place of its own.
    private static String svg(Asked asked, String alt) {
        var name = asked.target();
        var chapter = Writer.chapter(asked.parent());
        var title = "<title>" + alt.replace("&", "&amp;").replace("<", "&lt;");
        try {
            var transcript = Transcript.file(asked.chapters(), chapter, name);
            return Files.readString(transcript.resolveSibling(name + ".svg"))
                    .replaceFirst("<title>[^<]*", Matcher.quoteReplacement(title));
        } catch (IOException e) {
            throw new ChapterException(
                    "the picture of run block %s was never captured: ./lab book --capture %s"
                            .formatted(name, chapter),
                    e);
        }
    }

    private static boolean isTrace(List<String> commands) {
        return commands.stream().anyMatch(command -> command.startsWith("./lab trace "));
    }

    private static List<String> listing(String role, List<String> shown) {
        var lines = new ArrayList<String>();
        lines.add("[listing." + role + "]");
        lines.add("----");
        lines.addAll(shown);
        lines.add("----");
        return lines;
    }

    /// For those who cannot see a picture, and for the search.
    private static List<String> folded(List<String> commands, List<String> printed) {
        var title = isTrace(commands) ? ".The same in words" : ".What it printed";
        var lines = new ArrayList<>(List.of(title, "[%collapsible]", "===="));
        lines.addAll(listing("printed", printed));
        lines.add("====");
        return lines;
    }

    private static String provenance(Asked asked, Transcript transcript) {
        var commit = transcript.commit();
        var stale = asked.has("slow-option") ? stale(asked.age(), transcript) : "";
        return "Captured on %s%s; %s.%s"
                .formatted(
                        transcript.date(),
                        commit.isEmpty() ? "" : ", commit `" + commit.substring(0, 9) + "`",
                        transcript.machine(),
                        stale);
    }

    /// What every build runs again need not be looked up: it is as the page says, or the build fails.
    private static String stale(Age age, Transcript transcript) {
        var steps =
                STEP.matcher(String.join("\n", transcript.commands()))
                        .results()
                        .map(MatchResult::group)
                        .distinct()
                        .collect(
                                Collectors.groupingBy(
                                        step -> age.since(transcript.commit(), step)));
        return sentence("The code of %s has changed since.", steps.get(Since.CHANGED))
                + sentence(
                        "This clone cannot tell whether the code of %s has changed since.",
                        steps.get(Since.UNKNOWN));
    }

    private static String sentence(String words, List<String> steps) {
        return steps == null ? "" : " [.stale]#*# " + Digits.in(words, String.join(", ", steps));
    }
}

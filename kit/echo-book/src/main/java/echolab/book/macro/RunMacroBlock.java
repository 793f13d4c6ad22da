package echolab.book.macro;

import echolab.book.ChapterException;
import echolab.book.run.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.asciidoctor.ast.ContentModel;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.BlockProcessor;
import org.asciidoctor.extension.Contexts;
import org.asciidoctor.extension.Name;
import org.asciidoctor.extension.PositionalAttributes;
import org.asciidoctor.extension.Reader;

/// Commands, and what they printed when they were captured. `RunBlock` says how it is written.
@Name("run")
@Contexts(Contexts.LISTING)
@ContentModel(ContentModel.RAW)
@PositionalAttributes("capture")
public final class RunMacroBlock extends BlockProcessor {

    /// Lines that a page of the PDF may push to the next one, to keep them together.
    private static final int KEPT_TOGETHER = 20;

    @Override
    public Object process(StructuralNode parent, Reader reader, Map<String, Object> attributes) {
        var commands = reader.readLines();
        var text =
                Writer.orComplain(
                        this,
                        parent,
                        "," + attributes.get("capture") + "]",
                        List.<String>of(),
                        () ->
                                asciidoc(
                                        parent,
                                        commands,
                                        String.valueOf(attributes.get("capture"))));
        parseContent(parent, text);
        return null;
    }

    private static List<String> asciidoc(
            StructuralNode parent, List<String> commands, String name) {
        var chapter = Writer.chapter(parent);
        var transcript = Transcript.read(Writer.root(parent).resolve("chapters"), chapter, name);
        if (!transcript.commands().equals(commands)) {
            throw new ChapterException(
                    "the commands of run block %s are not those that were captured: ./lab book --capture %s"
                            .formatted(name, chapter));
        }
        var lines = new ArrayList<String>();
        var fits = transcript.lines().size() <= KEPT_TOGETHER;
        lines.add(fits ? "[listing.run%unbreakable]" : "[listing.run]");
        lines.add("----");
        lines.addAll(transcript.lines());
        lines.add("----");
        lines.add("");
        lines.add("[.provenance]");
        lines.add(provenance(transcript));
        return lines;
    }

    private static String provenance(Transcript transcript) {
        var commit = transcript.commit();
        return "Captured on %s%s; %s."
                .formatted(
                        transcript.date(),
                        commit.isEmpty() ? "" : ", commit `" + commit.substring(0, 9) + "`",
                        transcript.machine());
    }
}

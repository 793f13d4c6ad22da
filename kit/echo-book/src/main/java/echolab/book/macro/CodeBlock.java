package echolab.book.macro;

import echolab.book.ChapterException;
import echolab.book.source.Excerpt;
import echolab.book.source.Sources;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.asciidoctor.ast.ContentModel;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.BlockProcessor;
import org.asciidoctor.extension.Contexts;
import org.asciidoctor.extension.Name;
import org.asciidoctor.extension.PositionalAttributes;
import org.asciidoctor.extension.Reader;

/// Code of the repository, as it is now, with callouts that the source file knows nothing of:
///
/// ```
/// [code,step01/Connection.java#echo]
/// --
/// `for (var count`:: As long as there are bytes …
/// --
/// ```
///
/// A callout names a piece of text that stands in one line of the excerpt. Markers in the source would trouble whoever
/// reads the file, and would stay behind when the line moves on.
@Name("code")
@Contexts(Contexts.OPEN)
@ContentModel(ContentModel.RAW)
@PositionalAttributes("excerpt")
public final class CodeBlock extends BlockProcessor {

    private static final Pattern EXCERPT = Pattern.compile("(.+)#([\\w.-]+(?:\\(\\))?)");

    /// Those whose name for the highlighter is not the ending of their files.
    private static final Map<String, String> LANGUAGES =
            Map.of("h", "c", "rs", "rust", "py", "python");

    private static final Pattern CALLOUT = Pattern.compile("`(.+)`:: *(.*)");

    @Override
    public Object process(StructuralNode parent, Reader reader, Map<String, Object> attributes) {
        var body = reader.readLines();
        var wanted = String.valueOf(attributes.get("excerpt"));
        var text =
                Writer.orComplain(
                        this,
                        parent,
                        "[code," + wanted,
                        List.<String>of(),
                        () -> asciidoc(parent, body, EXCERPT.matcher(wanted)));
        parseContent(parent, text);
        return null;
    }

    private static List<String> asciidoc(StructuralNode parent, List<String> body, Matcher wanted) {
        if (!wanted.matches()) {
            throw new ChapterException(
                    "write [code,FILE#TAG] or [code,FILE#METHOD()], for example step01/Connection.java#echo");
        }
        var sources = new Sources(Writer.root(parent));
        var file = sources.file(wanted.group(1));
        var excerpt = Excerpt.read(file, wanted.group(2));
        var callouts = callouts(body);
        var lines = new ArrayList<String>();
        var ending = file.toString().replaceFirst(".*\\.", "");
        lines.add(title(parent, sources.pathOf(file), wanted.group(1)));
        lines.add("[source,%s]".formatted(LANGUAGES.getOrDefault(ending, ending)));
        lines.add("----");
        lines.addAll(numbered(excerpt, List.copyOf(callouts.keySet())));
        lines.add("----");
        return Together.onPaper(parent, lines, said(callouts.values()));
    }

    private static List<String> said(Collection<String> callouts) {
        var lines = new ArrayList<String>();
        for (var callout : callouts) {
            lines.add("<%s> %s".formatted(lines.size() + 1, callout));
        }
        return lines;
    }

    private static String title(StructuralNode parent, String path, String name) {
        return Writer.html(parent)
                ? ".link:%s%s[%s,role=open-file]".formatted(Writer.linkToRoot(), path, name)
                : "." + name;
    }

    private static Map<String, String> callouts(List<String> body) {
        var callouts = new LinkedHashMap<String, String>();
        String last = null;
        for (var line : body) {
            var callout = CALLOUT.matcher(line);
            if (callout.matches()) {
                last = callout.group(1);
                callouts.put(last, callout.group(2));
            } else if (!line.isBlank() && last != null) {
                callouts.merge(last, line.strip(), (before, more) -> (before + " " + more).strip());
            } else if (!line.isBlank()) {
                throw new ChapterException("a callout begins with `text of the line`::");
            }
        }
        return callouts;
    }

    private static List<String> numbered(Excerpt excerpt, List<String> texts) {
        var lines = new ArrayList<>(excerpt.lines());
        for (var i = 0; i < texts.size(); i++) {
            var at = excerpt.lineWith(texts.get(i));
            var sign = lines.get(at).endsWith(">") && lines.get(at).contains("// <") ? "" : " //";
            lines.set(at, lines.get(at) + "%s <%s>".formatted(sign, i + 1));
        }
        return lines;
    }
}

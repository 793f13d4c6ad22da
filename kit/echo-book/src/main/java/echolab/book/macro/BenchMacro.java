package echolab.book.macro;

import echolab.bench.result.RatioInterval;
import echolab.book.figure.Age;
import echolab.book.figure.ChapterFigure;
import echolab.book.figure.Result;
import echolab.book.source.History.Since;
import java.util.HashMap;
import java.util.Map;
import org.asciidoctor.ast.PhraseNode;
import org.asciidoctor.ast.StructuralNode;
import org.asciidoctor.extension.InlineMacroProcessor;
import org.asciidoctor.extension.Name;
import org.asciidoctor.extension.PositionalAttributes;

/// A measured figure in prose: `bench:default[step05,ratio]`, at one of several numbers of connections
/// `bench:default[step05,ratio,at=1000]`, what two copies of the reference differ by `bench:default[check]`.
///
/// It links to the page that says where it comes from, and has the role `stale` when the code has changed since.
@Name("bench")
@PositionalAttributes({"target", "figure"})
public final class BenchMacro extends InlineMacroProcessor {

    @Override
    public PhraseNode process(StructuralNode parent, String name, Map<String, Object> attributes) {
        return Writer.orComplain(
                this,
                parent,
                "bench:" + name + "[" + attributes.get("target"),
                createPhraseNode(parent, "quoted", "?"),
                () -> figure(parent, name, attributes));
    }

    private PhraseNode figure(StructuralNode parent, String name, Map<String, Object> attributes) {
        var root = Writer.root(parent);
        var result = Result.read(root, name);
        var target = String.valueOf(attributes.get("target"));
        if (target.equals("check")) {
            var check = result.run(Load.of(attributes)).check().map(RatioInterval::words);
            return link(parent, name, check.orElse("unknown"), "figure", "");
        }
        var server = result.server(result.servers(Load.of(attributes)), target);
        var text = ChapterFigure.named(String.valueOf(attributes.get("figure"))).inProse(server);
        var since = new Age(root).of(result, target);
        return since == Since.UNCHANGED
                ? link(parent, name, text, "figure", "")
                : link(parent, name, text, "figure stale", Age.sentence(since));
    }

    private PhraseNode link(
            StructuralNode parent, String name, String text, String role, String title) {
        var attributes = new HashMap<String, Object>(Map.of("role", role));
        if (!title.isEmpty()) {
            attributes.put("title", title);
        }
        var options = new HashMap<String, Object>();
        if (Writer.html(parent)) {
            options.put("type", ":link");
            options.put("target", "figures.html#run-" + name);
        } else {
            attributes.put("refid", "run-" + name);
            options.put("type", ":xref");
            options.put("target", "#run-" + name);
        }
        // a figure and its unit stay in one line
        return createPhraseNode(parent, "anchor", text.replace(' ', '\u00a0'), attributes, options);
    }
}

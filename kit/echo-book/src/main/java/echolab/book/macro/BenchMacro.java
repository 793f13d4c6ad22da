package echolab.book.macro;

import echolab.bench.result.RatioInterval;
import echolab.book.figure.Age;
import echolab.book.figure.ChapterFigure;
import echolab.book.source.History.Since;
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
        var asked = new Asked(parent, name, attributes);
        return Writer.orComplain(
                this,
                parent,
                "bench:" + name + "[" + asked.word("target"),
                createPhraseNode(parent, "quoted", "?"),
                () -> figure(asked));
    }

    private PhraseNode figure(Asked asked) {
        var result = asked.result();
        var target = asked.word("target");
        if (target.equals("check")) {
            var check = result.run(asked.at()).check().map(RatioInterval::words);
            return link(asked, check.orElse("unknown"), "figure");
        }
        var server = result.server(result.servers(asked.at()), target);
        var text = ChapterFigure.named(asked.word("figure")).inProse(server);
        var since = asked.age().of(result, target);
        if (since == Since.UNCHANGED) {
            return link(asked, text, "figure");
        }
        var stale = link(asked, text, "figure stale");
        stale.setAttribute("title", Age.sentence(since), true);
        return stale;
    }

    private PhraseNode link(Asked asked, String text, String role) {
        var words = text.replace(' ', '\u00a0'); // a figure and its unit stay in one line
        var run = "run-" + asked.target();
        return EntryMacro.link(this, asked.parent(), "figures", run, words, role);
    }
}

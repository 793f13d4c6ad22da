package echolab.book.macro;

import org.asciidoctor.Asciidoctor;
import org.asciidoctor.jruby.extension.spi.ExtensionRegistry;

/// All that a chapter may write beyond AsciiDoc. Asciidoctor finds this class as a service, so whoever starts it, the build of the book, a
/// test or an editor, has the macros when this jar is on the class path.
public final class MacroRegistry implements ExtensionRegistry {

    @Override
    public void register(Asciidoctor asciidoctor) {
        asciidoctor
                .javaExtensionRegistry()
                .block(CodeBlock.class)
                .block(RunMacroBlock.class)
                .block(PictureBlock.class)
                .blockMacro(ExerciseMacro.class)
                .blockMacro(TableMacro.class)
                .blockMacro(SweepMacro.class)
                .blockMacro(IdleMacro.class)
                .blockMacro(ContractMacro.class)
                .blockMacro(ChartMacro.class)
                .blockMacro(RunsMacro.class)
                .inlineMacro(BenchMacro.class)
                .inlineMacro(SeenMacro.class)
                .inlineMacro(new EntryMacro("fact", "sources", "", "%s"))
                .inlineMacro(new EntryMacro("term", "glossary", "term-", "<strong>%s</strong>"))
                .inlineMacro(GivenMacro.class);
    }
}

package echolab.bench.report;

import echolab.bench.result.Profile;
import echolab.bench.result.SavedResult;
import echolab.table.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/// What a person sees in a terminal of 80 columns: the parts of a result one after the other, and where it was measured.
public final class TerminalReport {

    private static final int COLUMNS = 80;

    private final Ansi ansi;

    public TerminalReport(Ansi ansi) {
        this.ansi = ansi;
    }

    public String render(SavedResult result) {
        return render(Sections.of(result)) + "\n" + sentence(Verdict.machine(result));
    }

    public String render(Profile profile) {
        return render(List.of(ProfileSection.of(profile)));
    }

    public String render(ChangeReport changes) {
        return render(changes.sections());
    }

    String render(List<Section> sections) {
        return sections.stream().map(this::render).collect(Collectors.joining("\n"));
    }

    private String render(Section section) {
        var interrupted = section.partial() ? "@|yellow,bold  (partial: interrupted)|@" : "";
        var parts = new ArrayList<String>();
        parts.add(ansi.string("\n@|bold " + section.title() + "|@" + interrupted + "\n"));
        section.tables().forEach(table -> parts.add(TextTable.of(table, ansi)));
        parts.add(each(section.failures(), why -> ansi.string("@|red ✘|@ ") + why + "\n"));
        parts.add(each(section.sentences(), TerminalReport::sentence));
        parts.removeIf(String::isEmpty);
        return String.join("\n", parts);
    }

    private static String each(List<String> all, UnaryOperator<String> written) {
        return all.stream().map(written).collect(Collectors.joining());
    }

    private static String sentence(String sentence) {
        return String.join("\n", TextTable.wrap(sentence, COLUMNS)) + "\n";
    }
}

package echolab.bench.report;

import echolab.bench.result.Profile;
import echolab.bench.result.SavedResult;
import echolab.table.TextTable;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        var failures =
                section.failures().stream()
                        .map(why -> ansi.string("@|red ✘|@ ") + why + "\n")
                        .collect(Collectors.joining());
        return Stream.of(
                        Stream.of(
                                ansi.string(
                                        "\n@|bold " + section.title() + "|@" + interrupted + "\n")),
                        section.tables().stream().map(table -> TextTable.of(table, ansi)),
                        Stream.of(
                                failures,
                                section.sentences().stream()
                                        .map(TerminalReport::sentence)
                                        .collect(Collectors.joining())))
                .flatMap(parts -> parts)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String sentence(String sentence) {
        return String.join("\n", TextTable.wrap(sentence, COLUMNS)) + "\n";
    }
}

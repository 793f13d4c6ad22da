package echolab.bench.report;

import echolab.bench.result.MeasuredServer;
import echolab.table.Table;
import java.util.List;
import java.util.Optional;

/// A part of a report, the same for the terminal and for the page: of what it has a terminal shows all but the charts.
///
/// @param partial whether the run was interrupted in it
/// @param failures why servers dropped out, a sentence each
/// @param sentences what must be known to read the figures
/// @param folded whether a page shows it only when it is wanted
record Section(
        String title,
        boolean partial,
        List<String> failures,
        List<Drawing> charts,
        List<Table<?>> tables,
        List<String> sentences,
        boolean folded) {

    /// @param caption what it shows
    /// @param svg nothing when there is nothing to draw
    record Drawing(String caption, Optional<String> svg) {}

    /// What nothing can go wrong in any more.
    static Section of(
            String title, List<Drawing> charts, List<Table<?>> tables, List<String> sentences) {
        return new Section(title, false, List.of(), charts, tables, sentences, false);
    }

    /// What was measured.
    ///
    /// @param servers those that took part
    Section measured(boolean partial, List<? extends MeasuredServer> servers) {
        var why = servers.stream().flatMap(server -> server.failure().stream()).toList();
        return new Section(title, partial, why, charts, tables, sentences, folded);
    }

    Section folded(boolean folded) {
        return new Section(title, partial, failures, charts, tables, sentences, folded);
    }
}

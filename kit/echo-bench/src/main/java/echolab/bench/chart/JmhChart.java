package echolab.bench.chart;

import echolab.bench.chart.RowChart.Mark;
import echolab.bench.result.Quartiles;
import echolab.process.Digits;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Draws what JMH found: bars with whiskers for the interval in which the mean lies.
///
/// @param unit what stands behind each figure
public record JmhChart(String title, String unit, List<Row> rows) {

    /// @param error half the width of the interval; 0 for none
    public record Row(String name, double value, double error) {}

    /// @return nothing when there is no bar to draw
    public Optional<String> render() {
        return Charts.bars(title, rows.stream().map(this::bar).toList(), OptionalInt.empty());
    }

    private Charts.Bar bar(Row row) {
        var interval =
                new Quartiles(
                        Math.max(0, row.value() - row.error()),
                        row.value(),
                        row.value() + row.error());
        var said = Digits.in("%,.1f %s", row.value(), unit);
        var marks = List.of(Mark.bar(row.value()), Mark.whisker(interval, 0));
        return new Charts.Bar(
                new RowChart.Row(row.name(), false, said, said, marks), interval.q3());
    }
}

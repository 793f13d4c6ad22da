package echolab.table;

import static echolab.table.Table.bars;
import static echolab.table.Table.figures;
import static echolab.table.Table.words;
import static org.assertj.core.api.Assertions.assertThat;

import echolab.table.Cell.Mark;
import echolab.table.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class TextTableTest {

    private static final List<String> SERVERS = List.of("step01", "c-epoll again");

    @Test
    void a_line_is_broken_at_spaces() {
        assertThat(TextTable.wrap("the quick brown fox", 9))
                .containsExactly("the quick", "brown fox");
    }

    @Test
    void a_word_that_is_longer_than_a_line_is_cut_and_none_of_it_is_lost() {
        assertThat(TextTable.wrap("aaaaabbbbb cc", 4)).containsExactly("aaaa", "abbb", "bb", "cc");
    }

    @Test
    void figures_end_and_words_begin_below_their_heads() {
        var table =
                text(
                        figures("µs", name -> Cell.of(name.length(), 2)),
                        words("bound by", Cell::of),
                        figures("x", _ -> Cell.NONE));

        assertThat(table)
                .isEqualTo(
                        """
                                          µs  bound by       x
                        step01          6.00  step01         –
                        c-epoll again  13.00  c-epoll again  –
                        """);
    }

    @Test
    void a_spread_stands_beside_its_figure_and_a_bar_in_its_place() {
        var table =
                text(
                        bars("µs", name -> Cell.of(name.length(), 1, 2, 0)),
                        figures("ratio", _ -> Cell.of(1, 0.5, 1.5, 1).marked(Mark.EQUAL)));

        assertThat(table.lines())
                .containsExactly(
                        "               µs                    ratio  quartiles",
                        "step01          6  ███████▍          = 1.0  0.5–1.5",
                        "c-epoll again  13  ████████████████  = 1.0  0.5–1.5");
    }

    @Test
    void a_spread_for_which_there_is_no_room_is_left_out_the_last_first() {
        Column<String> wide = figures("figure", _ -> Cell.of(1e9, 1e9, 1e9, 0));
        var table = text(wide, figures("other", wide.cell()));

        assertThat(table.lines().findFirst().orElseThrow()).containsOnlyOnce("quartiles");
        assertThat(table.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
    }

    @Test
    void columns_for_which_there_is_no_room_go_on_in_a_table_below() {
        var columns = new ArrayList<Column<String>>(List.of(words("server", Cell::of)));
        IntStream.range(0, 20).forEach(i -> columns.add(figures("run " + i, _ -> Cell.of(1e6, 0))));

        var table = TextTable.of(new Table<>("", columns, SERVERS), Ansi.OFF);

        assertThat(table).contains("run 0", "run 19");
        assertThat(table.lines().filter(line -> line.startsWith("step01"))).hasSize(4);
        assertThat(table.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
    }

    @Test
    void a_name_that_is_too_long_goes_on_in_the_next_line() {
        var name =
                "a case of the contract whose name is a sentence that has more than 68 characters";
        var columns =
                List.of(
                        Table.<String>words("", Cell::of),
                        Table.<String>figures("a", _ -> Cell.of("✔")));

        assertThat(TextTable.of(new Table<>("", columns, List.of(name)), Ansi.OFF).lines())
                .hasSize(3)
                .anyMatch(line -> line.endsWith(" ✔"))
                .last()
                .isEqualTo("  characters");
    }

    @Test
    void what_may_not_be_believed_has_a_colour() {
        var columns =
                List.of(
                        Table.<String>words("", Cell::of),
                        Table.<String>words("a", _ -> Cell.of("failed").marked(Mark.FAILED)));

        assertThat(TextTable.of(new Table<>("", columns, SERVERS), Ansi.ON))
                .contains("\033[31mfailed");
    }

    @SafeVarargs
    private static String text(Column<String>... columns) {
        var all = new ArrayList<Column<String>>(List.of(words("server", Cell::of)));
        for (var column : columns) {
            all.add(column);
        }
        return TextTable.of(new Table<>("", all, SERVERS), Ansi.OFF);
    }
}

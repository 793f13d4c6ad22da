package echolab.book.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Does each rule find what it is there for, with file and line, and leave right text alone?
@DisplayName("The checker")
final class CheckerTest {

    @TempDir private Path root;

    @Test
    void has_nothing_to_say_about_the_book_as_it_is() throws IOException {
        assertThat(Checker.check(Path.of("..").toAbsolutePath().normalize())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "An echo takes 12 µs.",
                "It waits for 100 ms, then goes on.",
                "That is 25 % more.",
                "It handled 80,000 req/s.",
                "Each stack has 2 MiB.",
                "It was 1.5 times as fast.",
                "After 3 seconds it gave up.",
                "* a list item with 4 ns",
                "A line after `code` and 7 µs.",
            })
    void finds_a_measurement_that_was_typed(String line) throws IOException {
        assertThat(said("= Title\n\n" + line))
                .singleElement()
                .asString()
                .startsWith("chapters/01-test.adoc:3: \"")
                .contains("typed by hand");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "An echo costs bench:steps[step01,cpu,at=1000], and waits given:[100 ms].",
                "Its stack has fact:java-xss[1 MiB].",
                "The output said seen:threads[(\\d+ ms)].",
                "With 2,000 connections and 50 threads, chapter 5 of 9, JDK 25, step 03.",
                "`Thread.sleep(100 ms)` is not Java.",
                "----\n12 µs\n----",
                "// 12 µs in a comment",
                "We adjust nothing, and simplify much.",
                "[picture,p,alt=\"takes 12 ms\"]",
            })
    void leaves_alone_what_has_a_source_or_measures_nothing(String line) throws IOException {
        assertThat(said(line)).isEmpty();
    }

    @Test
    void finds_words_that_prove_nothing_and_shouting() throws IOException {
        assertThat(said("We simply read.\n\nOf course it works!"))
                .hasSize(3)
                .anyMatch(said -> said.startsWith("chapters/01-test.adoc:1: \"simply\""))
                .anyMatch(said -> said.startsWith("chapters/01-test.adoc:3: \"Of course\""))
                .anyMatch(said -> said.startsWith("chapters/01-test.adoc:3: an exclamation mark"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "include::../Loop.java[lines=1..5]",
                "include::../Loop.java[]",
                "image::picture.svg[]",
                "See xref:02-other.adoc[there].",
                "[code,Loop.java#walk]",
                "[code,Loop.java#long]",
            })
    void finds_blocks_and_links_that_cannot_be_relied_on(String line) throws IOException {
        assertThat(said("\n" + line))
                .singleElement()
                .asString()
                .startsWith("chapters/01-test.adoc:2: ");
    }

    @Test
    void finds_a_fifth_excerpt() throws IOException {
        assertThat(said("[code,Loop.java#run]\n".repeat(5)))
                .singleElement()
                .asString()
                .startsWith("chapters/01-test.adoc:5: excerpt 5 of the section");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "With few connections the two are nearly even.",
                "Only step 01 stands out.",
                "It is slower than step 03.",
                "The cheapest server is written in C.",
            })
    void finds_a_sentence_that_puts_rows_in_order(String line) throws IOException {
        assertThat(said(line)).singleElement().asString().contains("puts rows in order");
    }

    @Test
    void finds_a_straight_quotation_mark() throws IOException {
        assertThat(said("It says \"no\", and `\"yes\"` is code."))
                .containsOnly("chapters/01-test.adoc:1: a straight quotation mark: write “ and ”");
    }

    @Test
    void leaves_alone_a_glossary_term_that_is_linked_at_its_first_use() throws IOException {
        assertThat(said("[#place]\nA term:port[port].\n\n" + entry("place"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[#place]\\nA port. | 3: no chapter links to this entry: write term:port[] at its first use",
                "[#place]\\nA term:port[p] and term:port[p]. | 2: term:port[] is for the first use, which is in 01-test.adoc#place",
                "[#other]\\nA term:port[port]. | 3: port is first used in 01-test.adoc#other",
                "[#place]\\nA term:port[port] and *port*. | 2: port is a word of the glossary: write term:port[] where it is first used, and no bold after that",
                "[#place]\\nA term:port[p], term:hub[h]. | 2: the glossary has no entry [[term-hub]]",
            })
    void finds_a_glossary_term_that_is_not_linked_at_its_first_use(String chapter, String finding)
            throws IOException {
        assertThat(said(chapter.replace("\\n", "\n") + "\n" + entry("place")))
                .containsExactly("chapters/01-test.adoc:" + finding);
    }

    private static String entry(String section) {
        return "[[term-port]]xref:01-test.adoc#%s[port]:: A number.\n".formatted(section);
    }

    @Test
    void finds_a_tag_that_neither_chapter_nor_exercise_uses() throws IOException {
        said("Nothing.");
        write(
                "step01-x/Loop.java",
                "// tag::used[]\n// end::used[]\n// tag::left[]\n// end::left[]\n");
        write("exercises/11-x.adoc", "= Exercise\n:tag: used\n");

        assertThat(Checker.check(root))
                .filteredOn(finding -> finding.file().startsWith("step01-x"))
                .singleElement()
                .hasToString("step01-x/Loop.java:3: no chapter and no exercise uses the tag left");
    }

    @Test
    void is_not_stopped_by_what_comes_and_goes_where_git_writes() throws Exception {
        said("Nothing.");
        write(".git/HEAD", "");
        var lock = root.resolve(".git/index.lock");
        var git =
                Thread.ofPlatform()
                        .start(() -> {
                            while (!Thread.currentThread().isInterrupted()) {
                                lock.toFile().mkdir();
                                lock.toFile().delete();
                            }
                        });
        try {
            for (var i = 0; i < 100; i++) Checker.check(root);
        } finally {
            git.interrupt();
            git.join();
        }
    }

    private List<String> said(String chapter) throws IOException {
        write("chapters/_book.adoc", "include::01-test.adoc[]\n");
        write("chapters/01-test.adoc", chapter);
        write(
                "Loop.java",
                "// tag::run[]\nrun();\n// end::run[]\n// tag::long[]\n"
                        + "run();\n".repeat(26)
                        + "// end::long[]\n");
        return Checker.check(root).stream()
                .map(Finding::toString)
                .filter(said -> said.startsWith("chapters"))
                .toList();
    }

    private void write(String file, String text) throws IOException {
        var path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}

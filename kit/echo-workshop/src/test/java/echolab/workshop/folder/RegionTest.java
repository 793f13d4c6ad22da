package echolab.workshop.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import echolab.workshop.MalformedFileException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The region of an exercise")
final class RegionTest {

    private static final List<String> SOURCE =
            """
            class A {
                // tag::read[]
                /// Reads { once }.
                @Override
                public int read(
                        Buffer buffer) throws IOException {
                    if (closed) {
                        return -1;
                    }
                    return 1;
                }
                // end::read[]
            }
            """
                    .lines()
                    .toList();

    @Test
    void keeps_documentation_and_signature_and_loses_the_body() throws MalformedFileException {
        var region = Region.find("A.java", SOURCE, "read");

        assertThat(region.with(region.withBody("A.java", List.of("throw null;"))))
                .containsExactly(
                        """
                        class A {
                            // tag::read[]
                            /// Reads { once }.
                            @Override
                            public int read(
                                    Buffer buffer) throws IOException {
                                throw null;
                            }
                            // end::read[]
                        }
                        """
                                .lines()
                                .toArray(String[]::new));
    }

    @Test
    void is_without_the_tags_inside_it() throws MalformedFileException {
        var source = new ArrayList<>(SOURCE);
        source.add(8, "        // end::inner[]");
        source.add(6, "        // tag::inner[]");

        var region = Region.find("A.java", source, "read");

        assertThat(region.with(region.lines())).isEqualTo(SOURCE);
    }

    @Test
    void must_be_there() {
        assertThatThrownBy(() -> Region.find("A.java", SOURCE, "write"))
                .hasMessageStartingWith("A.java: the lines // tag::write[] and // end::write[]");
    }

    @Test
    void is_one_whole_method() {
        var half = SOURCE.stream().filter(line -> !line.equals("    }")).toList();

        assertThatThrownBy(() ->
                        Region.find("A.java", half, "read")
                                .withBody("A.java", List.of("throw null;")))
                .hasMessageStartingWith("A.java:3: an exercise is one whole method");
    }
}

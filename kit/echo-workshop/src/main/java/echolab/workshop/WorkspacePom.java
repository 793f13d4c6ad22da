package echolab.workshop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// How does an IDE open the folder of a participant? By a `pom.xml` whose parent is the repository's, two folders up, so that all versions
/// come from there. Our own modules are no artifacts of any repository: they are jars where `./lab` has built them.
final class WorkspacePom {

    private WorkspacePom() {}

    /// The lines of the file. The build has written the version of the parent into the template.
    ///
    /// @param step the folder of the step
    static List<String> of(String step) throws IOException {
        try (var template = WorkspacePom.class.getResourceAsStream("pom.xml")) {
            return new String(
                            Objects.requireNonNull(template).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{step}", step)
                    .lines()
                    .toList();
        }
    }
}

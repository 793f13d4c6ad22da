package echolab.workshop.folder;

import echolab.process.Digits;
import echolab.process.Resource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// How an IDE opens what a participant has: by a `pom.xml` in `workshop`, which has the step folders that are there as
/// its modules and the repository's own as its parent, so that all versions come from there. Our own modules come from
/// a repository below `target`, which `./lab` fills whenever it has built them.
final class WorkspacePom {

    /// A module that is there or not yet, so that the file need not change when the next step is started.
    private static final String MODULE =
            """
                <profile>
                  <id>%1$s</id>
                  <activation>
                    <file>
                      <exists>${basedir}/%1$s/pom.xml</exists>
                    </file>
                  </activation>
                  <modules>
                    <module>%1$s</module>
                  </modules>
                </profile>\
            """;

    private WorkspacePom() {}

    /// The lines of the file in the folder of a step.
    static List<String> of(String step) throws IOException {
        return template("pom.xml").replace("{step}", step).lines().toList();
    }

    /// The file in the folder above.
    ///
    /// @param steps the folders of all steps
    static SequencedMap<Path, List<String>> ofAll(List<String> steps) throws IOException {
        var modules =
                steps.stream()
                        .map(step -> Digits.in(MODULE, step))
                        .collect(Collectors.joining("\n"));
        var lines = template("all-steps.xml").replace("{modules}", modules).lines().toList();
        return new TreeMap<>(Map.of(Path.of("pom.xml"), lines));
    }

    /// The build has written the version of the parent into the template.
    private static String template(String name) {
        return Resource.text(WorkspacePom.class, name);
    }
}

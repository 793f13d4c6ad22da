package echolab.workshop.folder;

import echolab.process.Resource;
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

    private WorkspacePom() {}

    /// The lines of the file in the folder of a step.
    static List<String> of(String step) {
        return template("pom.xml", step).lines().toList();
    }

    /// The file in the folder above. It need not change when the next step is started.
    ///
    /// @param steps the folders of all steps
    static SequencedMap<Path, List<String>> ofAll(List<String> steps) {
        var modules =
                steps.stream()
                        .map(step -> template("module.xml", step))
                        .collect(Collectors.joining());
        var lines = template("all-steps.xml", "").replace("{modules}\n", modules).lines().toList();
        return new TreeMap<>(Map.of(Path.of("pom.xml"), lines));
    }

    /// The build has written the version of the parent into the template.
    private static String template(String name, String step) {
        return Resource.text(WorkspacePom.class, name).replace("{step}", step);
    }
}

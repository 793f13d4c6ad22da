package echolab.bench.result;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// Where a result is kept under a name: in `docs/results/NAME.json`, once it is known that nothing else is lost by it.
///
/// A file of another kind is never written over, be it another benchmark or the matrix of the contract: whoever saves `today` twice
/// means the same.
///
/// @param path of the file
/// @param replaces whether there is an older result of that name, which saving replaces
public record SavedFile(Path path, boolean replaces) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]+");

    /// Checks the name before anything is measured.
    ///
    /// @param folder of the results
    /// @param kind of result: the field `kind` of its files
    /// @throws IllegalArgumentException when the name can't be had, as a sentence
    public static SavedFile named(Path folder, String name, String kind) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "--save takes a name of letters, digits and dashes, for example epyc-peers; not \"%s\""
                            .formatted(name));
        }
        var path = folder.resolve(name + ".json");
        if (!Files.exists(path)) {
            return new SavedFile(path, false);
        }
        var other = JsonFile.kindOf(path);
        if (!other.equals(kind)) {
            throw new IllegalArgumentException(
                    "--save %s would write over %s, which holds a result of another kind (%s, not %s): choose another name"
                            .formatted(name, path, other, kind));
        }
        return new SavedFile(path, true);
    }

    /// What was done, once it is written.
    public String sentence() {
        return "Saved as %s%s"
                .formatted(path, replaces ? ", in place of the result of that name" : "");
    }
}

package echolab.book.macro;

import echolab.book.figure.Age;
import echolab.book.figure.Result;
import echolab.book.run.Transcript;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asciidoctor.ast.StructuralNode;

/// What a chapter asks a macro for: the word before its bracket, and what stands in the bracket.
///
/// @param parent the block that it stands in
record Asked(StructuralNode parent, String target, Map<String, Object> attributes) {

    /// The clone.
    Path root() {
        return Writer.root(parent);
    }

    /// The result that the target names.
    Result result() {
        return Result.read(root(), target);
    }

    Age age() {
        return new Age(root());
    }

    /// What the commands of the run block printed that the target names.
    Transcript captured() {
        return Transcript.read(chapters(), Writer.chapter(parent), target);
    }

    Path chapters() {
        return root().resolve("chapters");
    }

    /// An attribute that the macro cannot do without.
    String word(String attribute) {
        return String.valueOf(attributes.get(attribute));
    }

    boolean has(String attribute) {
        return attributes.get(attribute) != null;
    }

    /// The servers, or the figures, that an attribute names: `targets="step01 step02"`, or with commas where a name has a space in
    /// it: `targets="c-epoll,c-epoll again"`.
    List<String> names(String attribute) {
        var names = word(attribute).strip();
        return List.of(names.split(names.contains(",") ? " *, *" : " +"));
    }

    /// How many connections the run has that is meant, as in `at=1000`; what a result has only one of need not be said.
    Optional<String> at() {
        return Optional.ofNullable(attributes.get("at")).map(String::valueOf);
    }
}

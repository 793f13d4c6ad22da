package echolab.peers;

import echolab.process.Resource;
import echolab.process.Tool;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// How files in our jar become a program. They are copied into a folder of the peer's own and built there, and again
/// only when a file or the command has changed.
///
/// @param name of the peer
/// @param sources names of files among the resources of this package
/// @param command what builds them, with the peer's folder as working directory
/// @param product what the command makes, in that folder
record Build(String name, List<String> sources, Tool command, String product) {

    /// What was built last: the command and the files, as text. Not the time of a file: a clone has none that means
    /// anything.
    private static final String RECIPE = "built-from.txt";

    /// @return the product, ready to run
    Path in(BuildOptions options) throws IOException {
        var own = options.folder().resolve(name).toAbsolutePath();
        var made = own.resolve(product);
        var recipe = own.resolve(RECIPE);
        var wanted = recipe();
        if (!Files.exists(made)
                || !Files.exists(recipe)
                || !Files.readString(recipe).equals(wanted)) {
            options.say()
                    .accept(
                            "building the peer "
                                    + name
                                    + ", the first time or because it has changed");
            prepare(own, made, recipe);
            run(own);
            Files.writeString(recipe, wanted);
        }
        return made;
    }

    private void prepare(Path own, Path made, Path recipe) throws IOException {
        try {
            Files.createDirectories(own);
            Files.deleteIfExists(recipe);
            // A copy that runs keeps its file: the compiler writes a new one.
            Files.deleteIfExists(made);
            copyTo(own);
        } catch (FileSystemException e) {
            throw new IOException(
                    "cannot build the peer %s: its folder %s cannot be written (%s). What is there can go: it is made again"
                            .formatted(name, own, e),
                    e);
        }
    }

    private String recipe() {
        var text = new StringBuilder(command + "\n");
        for (var source : sources) {
            text.append(source).append('\n').append(Resource.text(Peer.class, source));
        }
        return text.toString();
    }

    private void copyTo(Path own) throws IOException {
        for (var source : sources) {
            var copy = own.resolve(ownPath(source));
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, Resource.text(Peer.class, source));
        }
    }

    /// A source in a folder named after the peer lies in the peer's folder without it.
    private String ownPath(String source) {
        return source.startsWith(name + "/") ? source.substring(name.length() + 1) : source;
    }

    private void run(Path own) throws IOException {
        var said = command.run(own, "");
        if (!said.succeeded()) {
            throw new IOException(
                    "cannot build the peer %s: in %s, this failed:\n  %s\n%s"
                            .formatted(name, own, command, said.text()));
        }
    }
}

package echolab.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// A text that lies in the jar of one of our classes.
public final class Resource {

    private Resource() {}

    /// @param beside the class whose jar and folder it is in
    /// @param name of the file; one that begins with `/` is a path from the root of the jar
    /// @throws IllegalStateException when it is not there: the jar was built wrong
    public static String text(Class<?> beside, String name) {
        try (var in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in the jar of " + beside.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot read " + name + " from the jar of " + beside.getName(), e);
        }
    }
}

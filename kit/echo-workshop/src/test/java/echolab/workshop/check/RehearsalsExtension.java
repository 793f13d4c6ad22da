package echolab.workshop.check;

import echolab.workshop.Course;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests the [Rehearsals] of our course, one for a whole run: who comes second finds its JVMs warm.
final class RehearsalsExtension implements ParameterResolver {

    static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Rehearsals.class;
    }

    /// The root's store closes it when the last test has run.
    @Override
    public Rehearsals resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(RehearsalsExtension.class))
                .getOrComputeIfAbsent(Rehearsals.class, _ -> begin(), Rehearsals.class);
    }

    private static Rehearsals begin() {
        try {
            return new Rehearsals(Course.read(PROJECT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package echolab.contract;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.engine.support.store.Namespace;

/// The contract for a subject that is known only when the program runs: the class that [ContractRun] lets JUnit run.
@ExtendWith(GivenSubject.FromStore.class)
final class GivenSubject extends EchoContract {

    private final Subject subject;

    GivenSubject(Subject subject) {
        this.subject = subject;
    }

    @Override
    protected Subject subject() {
        return subject;
    }

    /// Hands the subject of the run to the constructor.
    static final class FromStore implements ParameterResolver {

        static final Namespace PLACE = Namespace.create(GivenSubject.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Subject.class;
        }

        @Override
        public Subject resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getStore(
                            ExtensionContext.StoreScope.LAUNCHER_SESSION,
                            ExtensionContext.Namespace.create(GivenSubject.class))
                    .get(Subject.class, Subject.class);
        }
    }
}

package echolab.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;

/// A group of cases of the contract: an interface whose `@Case` methods come with it, one group a concern.
interface Cases {

    Servers servers();

    /// A test, and its place in its group: the simplest comes first, so that the first failure is the one to look at.
    @Test
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Case {
        int value();
    }
}

package echolab.layout;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import echolab.EchoStep;
import java.util.Set;
import java.util.stream.Collectors;

/// Which classes belong to a step? Those in the package of one that `ServiceLoader` finds, so that the rules hold for a
/// step from the day it lands.
final class Steps {

    private static final Set<String> PACKAGES =
            EchoStep.all().stream()
                    .map(step -> step.getClass().getPackageName())
                    .collect(Collectors.toUnmodifiableSet());

    private Steps() {}

    static Set<String> packages() {
        return PACKAGES;
    }

    static DescribedPredicate<JavaClass> areOfAStep() {
        return DescribedPredicate.describe(
                "are of a step",
                type ->
                        PACKAGES.stream()
                                .anyMatch(name ->
                                        type.getPackageName().equals(name)
                                                || type.getPackageName().startsWith(name + ".")));
    }
}

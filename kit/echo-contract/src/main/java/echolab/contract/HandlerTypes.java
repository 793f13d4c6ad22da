package echolab.contract;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import echolab.contract.Limit.Verdict;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Set;

/// Whether the code that talks to a client knows how waiting is done. By convention the conversation is the method `echo`;
/// the class that declares it must not depend on the selector. A step without such a method has no conversation in one
/// place, and does not keep the limit.
final class HandlerTypes {

    private static final Set<String> SELECTOR =
            Set.of(Selector.class.getName(), SelectionKey.class.getName());

    private HandlerTypes() {}

    static Verdict measure(Servers servers) {
        var step = servers.step().getClass();
        // not its tests, which stand in the same package, and may well use a selector
        var code = step.getProtectionDomain().getCodeSource().getLocation();
        var types =
                ArchConfiguration.withThreadLocalScope(config -> {
                    config.setResolveMissingDependenciesFromClassPath(false); // names are enough
                    return new ClassFileImporter().importUrl(code);
                });
        var handlers =
                types.stream()
                        .filter(type -> type.getName().startsWith(Servers.code(servers.step())))
                        .filter(type ->
                                type.getMethods().stream()
                                        .anyMatch(m -> m.getName().equals("echo")))
                        .toList();
        if (handlers.isEmpty()) {
            return new Verdict(
                    false, "no class of " + step.getPackageName() + " has a method named echo");
        }
        var seen =
                handlers.stream()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .filter(used -> SELECTOR.contains(used.getTargetClass().getName()))
                        .map(used -> used.getDescription())
                        .toList();
        var names = handlers.stream().map(JavaClass::getSimpleName).toList();
        return seen.isEmpty()
                ? new Verdict(true, names + " use neither")
                : new Verdict(false, seen.getFirst());
    }
}

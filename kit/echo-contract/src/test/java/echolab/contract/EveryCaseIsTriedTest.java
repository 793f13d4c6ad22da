package echolab.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Is there a wrong server for every case? A case that was never seen to refuse one may accept them all.
class EveryCaseIsTriedTest {

    private static final String WHAT_TO_DO =
            """
            cases that no wrong server was held against. For each, write the mistake that somebody would make: a ThreadsStep or a LoopStep \
            with one method overridden. Then name case and server in BrokenServersTest or BrokenEndsTest, \
            as in assertFails(against(new YourStep())::the_case, "what the message says")\
            """;

    @Test
    void every_case_of_the_contract_is_held_against_a_wrong_server() throws IOException {
        var tried = methodsHandedOnBy(BrokenServersTest.class);
        tried.addAll(methodsHandedOnBy(BrokenEndsTest.class));
        var cases =
                Stream.of(EchoContract.class.getMethods())
                        .filter(it -> it.isAnnotationPresent(Cases.Case.class))
                        .map(Method::getName)
                        .toList();

        assertThat(cases).hasSizeGreaterThan(40);
        assertThat(cases).filteredOn(it -> !tried.contains(it)).as(WHAT_TO_DO).isEmpty();
    }

    /// Those that its class file has a handle of. What it calls it has none of: there a right server keeps a case.
    private static Set<String> methodsHandedOnBy(Class<?> type) throws IOException {
        try (var file = type.getResourceAsStream(type.getSimpleName() + ".class")) {
            var names = new HashSet<String>();
            for (var entry : ClassFile.of().parse(file.readAllBytes()).constantPool()) {
                if (entry instanceof MethodHandleEntry handle) {
                    names.add(handle.reference().name().stringValue());
                }
            }
            return names;
        }
    }
}

package echolab.layout;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Does the code keep the rules of the house that a program can check? CONTRIBUTING.md says the rest.
@DisplayName("Style")
final class StyleTest {

    private static JavaClasses all;

    @BeforeAll
    static void read() {
        all = new ClassFileImporter().importPackages("echolab");
    }

    @Test
    void every_step_of_the_course_is_seen_by_these_rules() {
        assertThat(Steps.packages())
                .contains(
                        "echolab.blocking",
                        "echolab.selector",
                        "echolab.futures",
                        "echolab.virtualthreads",
                        "echolab.epoll");
    }

    @Test
    void no_class_has_a_name_that_says_nothing() {
        noClasses()
                .should()
                .haveNameMatching(".*(Utils?|Helpers?|Manager|Impl|Base)(\\$.*)?")
                .check(all);
    }

    @Test
    void a_step_has_no_static_state_that_can_change() {
        fields().that()
                .areDeclaredInClassesThat(Steps.areOfAStep())
                .and()
                .areStatic()
                .should()
                .beFinal()
                .check(all);
    }

    /// `ChildProgram` tells it. (The browser is started by tests only.)
    @Test
    void every_program_that_the_kit_starts_is_told_which_language_to_speak() {
        noClasses()
                .that()
                .resideOutsideOfPackages("echolab.process", "echolab.browser")
                .should()
                .callConstructor(ProcessBuilder.class, List.class)
                .orShould()
                .callConstructor(ProcessBuilder.class, String[].class)
                .check(
                        new ClassFileImporter()
                                .withImportOption(new ImportOption.DoNotIncludeTests())
                                .importPackages("echolab"));
    }

    /// `EchoMain` does it for the steps.
    @Test
    void every_main_sets_the_language() {
        var main =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("echolab");
        methods()
                .that()
                .haveName("main")
                .and()
                .areStatic()
                .should(
                        new ArchCondition<>("set the language") {
                            @Override
                            public void check(JavaMethod method, ConditionEvents events) {
                                var sets =
                                        method.getMethodCallsFromSelf().stream()
                                                .map(call -> call.getTarget().getFullName())
                                                .anyMatch(name ->
                                                        name.matches(
                                                                ".*(Locale.setDefault|EchoMain.run)\\(.*"));
                                events.add(
                                        new SimpleConditionEvent(
                                                method, sets, method.getFullName()));
                            }
                        })
                .check(main);
    }

    /// `DumpSignal` answers a signal: what it prints was asked for, and is no log.
    @Test
    void a_step_logs_by_System_Logger_and_by_nothing_else() {
        noClasses()
                .that(Steps.areOfAStep())
                .and()
                .doNotHaveSimpleName("DumpSignal")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.apache..")
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(all);
    }
}

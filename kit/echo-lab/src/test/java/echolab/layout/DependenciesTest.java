package echolab.layout;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Which way do dependencies point? Steps depend on the one interface; the kit on no step; the command line on all of the
/// kit. Where a new step or a new part of the kit breaks this, the test names the line.
@DisplayName("Dependencies")
final class DependenciesTest {

    private static final String[] KIT = {
        "echolab.process..",
        "echolab.browser..",
        "echolab.contract..",
        "echolab.bench..",
        "echolab.peers..",
        "echolab.trace..",
        "echolab.workshop..",
        "echolab.book..",
        "echolab.doctor..",
        "echolab.cli..",
    };

    /// Its benchmarks stand in the packages of what they measure, and what JMH generates for them too.
    private static final ImportOption NO_BENCHMARKS = code -> !code.contains("/echo-jmh");

    private static JavaClasses all;

    @BeforeAll
    static void read() {
        all =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .withImportOption(NO_BENCHMARKS)
                        .importPackages("echolab");
    }

    /// JFR is a part of the JDK in a package of its own.
    @Test
    void a_step_knows_the_JDK_and_the_one_interface_only() {
        classes()
                .that(Steps.areOfAStep())
                .should()
                .onlyDependOnClassesThat(
                        Steps.areOfAStep()
                                .or(resideInAPackage("echolab"))
                                .or(resideInAPackage("java.."))
                                .or(resideInAPackage("jdk.jfr..")))
                .check(all);
    }

    @Test
    void steps_do_not_know_each_other() {
        slices().matching("echolab.(*)..")
                .namingSlices("$1")
                .as("steps")
                .should()
                .notDependOnEachOther()
                .check(all.that(Steps.areOfAStep()));
    }

    @Test
    void nothing_in_the_kit_knows_a_step() {
        noClasses()
                .that()
                .resideInAnyPackage(KIT)
                .or()
                .resideInAPackage("echolab")
                .should()
                .dependOnClassesThat(Steps.areOfAStep())
                .check(all);
    }

    @Test
    void the_one_interface_knows_nothing_else_of_ours() {
        noClasses()
                .that()
                .resideInAPackage("echolab")
                .should()
                .dependOnClassesThat(resideInAnyPackage(KIT))
                .check(all);
    }

    @Test
    void contract_and_benchmark_know_neither_each_other_nor_the_command_line() {
        noClasses()
                .that()
                .resideInAPackage("echolab.contract..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("echolab.bench..", "echolab.cli..")
                .check(all);
        noClasses()
                .that()
                .resideInAPackage("echolab.bench..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("echolab.contract..", "echolab.cli..")
                .check(all);
    }

    @Test
    void parts_depend_on_each_other_in_one_direction() {
        slices().matching("echolab.(*)..").should().beFreeOfCycles().check(all);
    }
}

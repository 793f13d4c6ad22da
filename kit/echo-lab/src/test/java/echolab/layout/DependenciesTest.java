package echolab.layout;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Which way do dependencies point? Steps depend on the one interface; the kit on no step; the command line on all of the
/// kit. Where a new step or a new part of the kit breaks this, the test names the line.
@DisplayName("Dependencies")
final class DependenciesTest {

    private static final String[] KIT = {
        "echolab.process..",
        "echolab.table..",
        "echolab.browser..",
        "echolab.svg..",
        "echolab.contract..",
        "echolab.bench..",
        "echolab.peers..",
        "echolab.trace..",
        "echolab.walk..",
        "echolab.workshop..",
        "echolab.book..",
        "echolab.doctor..",
        "echolab.cli..",
    };

    /// The packages of step 05, the lowest first. What stands in one row knows neither its neighbour nor what is above.
    private static final List<List<String>> LAYERS =
            List.of(
                    List.of("echolab.epoll.linux"),
                    List.of("echolab.epoll.loop"),
                    List.of("echolab.epoll.task"),
                    List.of("echolab.epoll.net"),
                    List.of("echolab.epoll.dump", "echolab.epoll.examples"),
                    List.of("echolab.epoll"));

    private static final ArchRule NO_CIRCLES =
            slices().matching("echolab.(**)").as("packages").should().beFreeOfCycles();

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

    @ParameterizedTest(name = "{0} does not know {1}")
    @MethodSource("arrows")
    void in_step_05_every_arrow_points_down(String lower, String upper) {
        noClasses()
                .that()
                .resideInAPackage(lower)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(upper)
                .check(all);
    }

    static Stream<Arguments> arrows() {
        return IntStream.range(0, LAYERS.size())
                .boxed()
                .flatMap(row -> LAYERS.get(row).stream().flatMap(layer -> forbidden(layer, row)));
    }

    private static Stream<Arguments> forbidden(String layer, int row) {
        return LAYERS.stream()
                .skip(row)
                .flatMap(List::stream)
                .filter(other -> !other.equals(layer))
                .map(other -> Arguments.of(layer, other));
    }

    @Test
    void every_package_of_step_05_stands_in_a_layer() {
        assertThat(all.that(resideInAPackage("echolab.epoll..")))
                .extracting(JavaClass::getPackageName)
                .isSubsetOf(LAYERS.stream().flatMap(List::stream).toList());
    }

    /// Its jars are on the class path of that peer's program, and on no other's.
    @ParameterizedTest(name = "{0} is known to {1}")
    @CsvSource({
        "io.netty.., echolab.peers.netty",
        "io.vertx.., echolab.peers.vertx",
        "io.ktor.., echolab.peers.ktor",
        "kotlin.., echolab.peers.ktor",
        "kotlinx.., echolab.peers.ktor",
    })
    void a_library_of_a_peer_is_known_to_that_peer_alone(String library, String peer) {
        assertThat(all.containPackage(peer)).as("%s is seen", peer).isTrue();
        noClasses()
                .that()
                .resideOutsideOfPackage(peer)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(all);
    }

    /// In the steps and in the kit, wherever a package lies.
    @Test
    void packages_know_each_other_in_one_direction() {
        NO_CIRCLES.check(all);
    }
}

package echolab.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The launcher's build")
@Tag("stress")
final class BuildsWhatIsStaleTest {

    private static final Duration SOON = Duration.ofSeconds(2);

    private Clone clone;

    @BeforeEach
    void clone(@TempDir Path parent) throws IOException {
        clone = Clone.withJdk(parent);
    }

    @Test
    void that_is_killed_says_so() throws IOException {
        clone.maven("kill -KILL $$");

        var ended = clone.lab("bench");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).anyMatch(line -> line.startsWith("lab: Maven was killed"));
    }

    @Test
    void runs_once_and_not_again_while_nothing_changes() throws IOException {
        clone.lab();
        clone.lab();

        assertThat(clone.mavenCalls()).hasSize(1);
    }

    @Test
    void runs_again_when_a_source_or_a_pom_is_another() throws IOException {
        clone.lab();
        clone.source("step09-new/src/main/java/Loop.java", SOON);
        clone.lab();
        assertThat(clone.mavenCalls()).as("after a new source").hasSize(2);

        Files.delete(clone.root.resolve("step09-new/src/main/java/Loop.java"));
        clone.lab();
        var before = clone.mavenCalls().size();
        clone.source("kit/pom.xml", SOON);
        clone.lab();
        assertThat(clone.mavenCalls()).as("after a new pom.xml").hasSize(before + 1);
    }

    @Test
    void runs_once_for_a_source_that_is_dated_tomorrow() throws IOException {
        clone.source("step09-new/src/main/java/Loop.java", Duration.ofDays(1));
        clone.lab();
        clone.lab();

        assertThat(clone.mavenCalls()).hasSize(1);
    }

    @Test
    void runs_again_when_a_source_has_other_words_and_an_older_date() throws IOException {
        var source = clone.root.resolve("step09-new/src/main/java/Loop.java");
        clone.source("step09-new/src/main/java/Loop.java", Duration.ZERO);
        clone.lab();
        Files.writeString(source, "// changed again");
        Files.setLastModifiedTime(source, FileTime.from(Instant.EPOCH));
        clone.lab();

        assertThat(clone.mavenCalls()).hasSize(2);
    }

    @Test
    void does_not_run_for_a_test_that_changed() throws IOException {
        clone.source("step09-new/src/test/java/LoopTest.java", Duration.ZERO);
        clone.lab();
        clone.source("step09-new/src/test/java/LoopTest.java", SOON);
        clone.lab();

        assertThat(clone.mavenCalls()).hasSize(1);
    }

    @Test
    void shows_what_it_does_on_standard_error_only() throws IOException {
        clone.maven("echo '[INFO] Building Step 01: blocking 1.0.0-SNAPSHOT         [6/10]'");

        var ended = clone.lab("doctor");

        assertThat(ended.err()).containsExactly("building 6/10  Step 01: blocking");
        assertThat(ended.out()).allMatch(line -> line.startsWith("<"));
    }

    @Test
    void prints_what_the_compiler_said_and_keeps_the_rest_in_a_file() throws IOException {
        clone.maven(
                """
                echo "[INFO] Building Step 01: blocking 1.0.0-SNAPSHOT         [6/10]"
                echo "[ERROR] COMPILATION ERROR : "
                echo "[ERROR] $PWD/step01/Loop.java:[3,5] cannot find symbol"
                echo "  symbol:   class Sockett"
                echo "[ERROR] Failed to execute goal: Compilation failure"
                echo "[ERROR] $PWD/step01/Loop.java:[3,5] cannot find symbol"
                echo "[ERROR]   symbol:   class Sockett"
                echo "[ERROR] [Help 1] http://cwiki.apache.org"
                exit 1
                """);

        var ended = clone.lab("bench");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err())
                .containsExactly(
                        "building 6/10  Step 01: blocking",
                        "step01/Loop.java:[3,5] cannot find symbol",
                        "  symbol:   class Sockett",
                        "lab: the build failed: its whole output is in "
                                + clone.root.toRealPath()
                                + "/target/build.log");
        assertThat(clone.root.resolve("target/build.log")).content().contains("Help 1");
    }

    @Test
    void takes_the_Maven_on_the_path_when_the_wrapper_cannot_fetch_its_own() throws IOException {
        clone.script(clone.root.resolve("mvnw"), "echo 'Failed to fetch'; exit 1");
        mavenOnPath("3.8.7");

        clone.lab("bench");

        assertThat(clone.mavenCalls()).singleElement().asString().endsWith("package");
    }

    @Test
    void without_any_Maven_that_is_new_enough_says_so() throws IOException {
        clone.script(clone.root.resolve("mvnw"), "echo 'Failed to fetch'; exit 1");
        mavenOnPath("3.8.6");

        var ended = clone.lab("bench");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err())
                .contains("Maven could not be started: Failed to fetch")
                .contains("Install unzip: the wrapper unpacks Maven with it.")
                .anyMatch(line -> line.contains("install Maven 3.8.7 or later"));
    }

    /// A Maven reads what a person has set for all their builds; here so does the wrapper, which does nothing else.
    @Test
    void uses_this_JDK_and_the_options_where_a_person_names_others_for_all_their_builds()
            throws IOException {
        clone.environment.put("MAVEN_OPTS", "-Dfrom=shell");
        Files.writeString(
                clone.parent.resolve(".mavenrc"),
                """
                echo "$NOT_SET_ANYWHERE" >/dev/null
                JAVA_HOME=/usr/lib/jvm/java-8
                MAVEN_OPTS="$MAVEN_OPTS -Dhttps.proxyHost=proxy"
                """);
        clone.script(
                clone.root.resolve("mvnw"),
                """
                [ -n "$MAVEN_SKIP_RC" ] || . "$HOME/.mavenrc"
                echo "$JAVA_HOME $MAVEN_OPTS" >saw
                """
                        + Clone.PACKAGES);

        assertThat(clone.lab("bench").code()).isZero();
        assertThat(clone.root.resolve("saw"))
                .content()
                .startsWith(clone.parent.resolve("my jvms/25 ").toString())
                .contains(" -Dfrom=shell -Dhttps.proxyHost=proxy");
    }

    /// As a service or a cron job may be started.
    @Test
    void without_a_HOME_takes_that_of_the_user_who_is_asked_of_the_JVM() throws IOException {
        clone.environment.remove("HOME");
        var java = clone.parent.resolve("my jvms/25/bin/java");
        clone.script(java, "echo '    user.home = /home/of them' >&2");
        clone.maven("echo \"$HOME\" >saw");

        assertThat(clone.lab("bench").code()).isZero();
        assertThat(clone.root.resolve("saw")).hasContent("/home/of them");
    }

    @Test
    void without_a_HOME_and_a_user_says_what_to_set() throws IOException {
        clone.environment.remove("HOME");
        clone.script(clone.parent.resolve("my jvms/25/bin/java"), "echo 'user.home = ?' >&2");

        var ended = clone.lab("bench");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).anyMatch(line -> line.contains("set HOME to a folder"));
        assertThat(clone.mavenCalls()).isEmpty();
    }

    @Test
    void says_which_option_keeps_the_JVM_of_Maven_from_starting() throws IOException {
        clone.environment.put("MAVEN_OPTS", "-Xmx1x");
        clone.script(
                clone.root.resolve("mvnw"),
                """
                echo 'Invalid maximum heap size: -Xmx1x'
                echo 'Error: Could not create the Java Virtual Machine.'
                echo 'Error: A fatal exception has occurred. Program will exit.'
                exit 1
                """);

        var ended = clone.lab("bench");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err())
                .contains("Maven could not be started: Invalid maximum heap size: -Xmx1x")
                .anyMatch(line -> line.startsWith("Mend MAVEN_OPTS"))
                .noneMatch(line -> line.contains("network"));
    }

    @Test
    void waits_while_another_builds_in_the_same_clone() throws IOException {
        var lock = lock(clone.holder(ProcessHandle.current().pid()));

        var process = clone.start(clone.root.resolve("lab"), "bench");
        awaitError("waiting for the build of process " + ProcessHandle.current().pid());
        assertThat(clone.mavenCalls()).isEmpty();
        Files.delete(lock);

        assertThat(clone.await(process).code()).isZero();
        assertThat(clone.mavenCalls()).hasSize(1);
    }

    @Test
    void breaks_the_lock_of_a_process_that_is_gone() throws Exception {
        var gone = new ProcessBuilder("true").start();
        gone.waitFor();

        assertBreaks(gone.pid() + " 12345\n");
    }

    @Test
    void breaks_the_lock_of_a_process_whose_number_another_has_now() throws IOException {
        assertBreaks(ProcessHandle.current().pid() + " 1\n");
    }

    @Test
    void breaks_the_lock_that_nobody_wrote_a_name_into() throws IOException {
        assertBreaks("");
    }

    @Test
    void breaks_the_lock_that_is_a_link_to_nothing() throws IOException {
        var target = Files.createDirectories(clone.root.resolve("target"));
        Files.createSymbolicLink(target.resolve("build.lock"), Path.of("4711"));

        assertThat(clone.lab("bench").code()).isZero();
        assertThat(target.resolve("build.lock")).doesNotExist();
    }

    private void assertBreaks(String holder) throws IOException {
        var lock = lock(holder);

        assertThat(clone.lab("bench").code()).isZero();
        assertThat(clone.mavenCalls()).hasSize(1);
        assertThat(lock).doesNotExist();
    }

    /// Debian's prints its version bold, on a terminal and elsewhere.
    private void mavenOnPath(String version) throws IOException {
        clone.script(
                clone.parent.resolve("bin/mvn"),
                """
                [ "$1" != --version ] || { printf '\\033[1mApache Maven %s\\033[m\\n'; exit; }
                """
                                .formatted(version)
                        + Clone.PACKAGES);
    }

    private Path lock(String holder) throws IOException {
        var target = Files.createDirectories(clone.root.resolve("target"));
        return Files.writeString(target.resolve("build.lock"), holder);
    }

    private void awaitError(String line) {
        var deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!clone.output("err").contains(line)) {
            if (System.nanoTime() > deadline) {
                fail("after a minute the launcher had said only %s", clone.output("err"));
            }
            Thread.onSpinWait();
        }
    }
}

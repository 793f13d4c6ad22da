package echolab.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Does a clone need `./lab` to be built? CONTRIBUTING.md has the commands; the short one is run here, and the workflow runs the others.
@Timeout(3600)
final class MavensOwnWayIT {

    @TempDir private Path parent;

    /// In the phase `test` nothing is packaged: what a module needs of another is a folder of classes, without a manifest and without libraries
    /// beside it.
    @Test
    void tests_a_step_and_what_it_needs_where_nothing_was_packaged() throws IOException {
        var clone = new RealClone(parent);

        var said =
                clone.maven(
                        "-o",
                        "-B",
                        "test",
                        "-pl",
                        "step02-nio-selector",
                        "-am",
                        "-Dtest=PartialWriteTest",
                        "-Dsurefire.failIfNoSpecifiedTests=false");

        assertThat(said).contains("Failures: 0, Errors: 0, Skipped: 0", "BUILD SUCCESS");
        assertThat(clone.root.resolve("kit/echo-api/target/echo-api.jar")).doesNotExist();
    }
}

package echolab.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On a system that has one of three packages.
@DisplayName(".ci/install")
final class InstallsPackagesTest {

    private static final String TABLE =
            "kit/echo-lab/src/main/resources/echolab/doctor/packages.txt";

    private Clone clone;

    @BeforeEach
    void clone(@TempDir Path parent) throws IOException {
        clone = new Clone(parent);
        var project = Path.of("../..");
        for (var file : List.of(".ci/install", TABLE)) {
            Files.createDirectories(clone.root.resolve(file).getParent());
            Files.copy(project.resolve(file), clone.root.resolve(file));
        }
        program("id", "echo 0");
        program("dpkg-query", "[ -n \"$ALL\" -o \"$4\" = git ] && echo installed");
        program("apt-get", "echo \"$*\"\ncase \"$* \" in *$UNKNOWN*) exit 100 ;; esac");
        clone.environment.put("UNKNOWN", "no such package");
        Files.writeString(
                clone.root.resolve(TABLE),
                """
                git: says which code
                    git     git             git    git   git

                shell: what the chapters type
                    nc      netcat-openbsd  nc     nc    -
                    strace  strace          strace s     s
                """);
    }

    @Test
    void asks_for_what_is_missing_in_one_go() throws IOException {
        assertThat(install().out())
                .containsExactly(
                        "update -q", "install -q -y --no-install-recommends netcat-openbsd strace");
    }

    @Test
    void asks_for_nothing_where_all_is_there() throws IOException {
        clone.environment.put("ALL", "yes");

        assertThat(install().out()).containsExactly("all packages are installed");
    }

    @Test
    void installs_the_others_where_a_release_does_not_have_one() throws IOException {
        clone.environment.put("UNKNOWN", "netcat-openbsd ");

        assertThat(install().out())
                .endsWith(
                        "install -q -y --no-install-recommends netcat-openbsd",
                        "could not install netcat-openbsd: what needs it is skipped and says so",
                        "install -q -y --no-install-recommends strace");
    }

    private Clone.Ended install() throws IOException {
        var ended = clone.await(clone.start(clone.root.resolve(".ci/install")));
        assertThat(ended.code()).as("%s", ended.err()).isZero();
        return ended;
    }

    private void program(String name, String text) throws IOException {
        clone.script(clone.parent.resolve("bin").resolve(name), text + "\n");
    }
}

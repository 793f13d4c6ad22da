package echolab.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How can the launcher be tested without a nested build? It runs unchanged, in a folder of its own with a space and an
/// accent in the name; what stands around it is ours: a JDK whose `java` prints its arguments, a Maven wrapper that
/// prints what the test wants, and a path with only the programs that the launcher may count on.
final class Clone {

    private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
    private static final Duration LIMIT = Duration.ofMinutes(2);

    /// All that the launcher needs besides `sh`, a JDK and Maven.
    private static final List<String> PROGRAMS =
            List.of(
                    "awk cat cksum cp date dirname env find grep head mkdir mv readlink rm sed sh sleep sort tail tee"
                            .split(" "));

    final Path parent;
    final Path root;

    /// What the launcher prints goes here: who may write nowhere else can print still.
    final Path printed;

    final Map<String, String> environment = new HashMap<>();

    /// What starts the launcher: nothing, or a program that does so as somebody else.
    private List<String> starter = List.of();

    Clone(Path parent) throws IOException {
        this(parent, "echo läb");
    }

    Clone(Path parent, String folder) throws IOException {
        this.parent = parent;
        this.printed = Files.createDirectories(parent.resolve("printed"));
        this.root = Files.createDirectories(parent.resolve(folder));
        Files.copy(PROJECT.resolve("lab"), root.resolve("lab"));
        var scripts = Files.createDirectories(root.resolve("kit/echo-lab/src/main/sh"));
        for (var script :
                List.of(
                        "jdk.sh",
                        "build.sh",
                        "repository.sh",
                        "tests.sh",
                        "book.sh",
                        "prepare.sh")) {
            Files.copy(
                    PROJECT.resolve("kit/echo-lab/src/main/sh").resolve(script),
                    scripts.resolve(script));
        }
        for (var module :
                List.of("", "echo-api", "echo-process", "echo-contract", "echo-workshop")) {
            var pom = Path.of(module.isEmpty() ? "" : "kit", module, "pom.xml");
            Files.createDirectories(root.resolve(pom).getParent());
            Files.copy(PROJECT.resolve(pom), root.resolve(pom));
        }
        var bin = Files.createDirectories(parent.resolve("bin"));
        for (var program : PROGRAMS) {
            Files.createSymbolicLink(bin.resolve(program), onPath(program));
        }
        environment.put("PATH", bin.toString());
        environment.put("HOME", parent.toString());
        environment.put("ECHOLAB_JVM_FOLDERS", parent.resolve("my jvms").toString());
        maven("");
    }

    /// A clone on a machine that has what it needs.
    static Clone withJdk(Path parent) throws IOException {
        var clone = new Clone(parent);
        clone.jdk("my jvms/25", "25.0.3");
        return clone;
    }

    /// A JDK of that version whose `java` prints its arguments, one a line, and ends with code 7 when one is `fail`.
    Path jdk(String folder, String version) throws IOException {
        var home = parent.resolve(folder);
        script(
                home.resolve("bin/java"),
                """
                for argument; do echo "<$argument>"; done
                for argument; do [ "$argument" != fail ] || exit 7; done
                """);
        script(home.resolve("bin/javac"), "");
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    /// What a Maven does here: notes that it was called, and leaves jars behind.
    static final String PACKAGES =
            """
            echo "$*" >>maven-calls
            for module in echo-api echo-process echo-contract echo-workshop echo-lab; do
                mkdir -p kit/$module/target
                : >kit/$module/target/$module.jar
            done
            """;

    /// A Maven wrapper that does as Maven does, and then this.
    void maven(String then) throws IOException {
        script(root.resolve("mvnw"), "[ \"$1\" != --version ] || exit 0\n" + PACKAGES + then);
    }

    List<String> mavenCalls() throws IOException {
        var calls = root.resolve("maven-calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    /// A source file, changed this long after now (a file system may count time in whole seconds).
    void source(String file, Duration later) throws IOException {
        var path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "// changed");
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().plus(later)));
    }

    /// From now on a user who is not root starts the launcher.
    ///
    /// @return whether that is another user than the one that this test runs as, and so owns none of this
    boolean leaveRoot() throws IOException {
        if (!isRoot()) {
            return false;
        }
        var setpriv = Path.of("/usr/bin/setpriv");
        assumeTrue(Files.isExecutable(setpriv), "no setpriv; install the package util-linux");
        starter = List.of(setpriv.toString(), "--reuid=65534", "--regid=65534", "--clear-groups");
        // JUnit makes a folder that its own user alone may enter
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));
        return true;
    }

    private static boolean isRoot() throws IOException {
        return Files.getOwner(Path.of("/proc/self")).getName().equals("root");
    }

    /// The number of a process and when it began, as it stands in a lock.
    String holder(long pid) throws IOException {
        var script = root.resolve("kit/echo-lab/src/main/sh/build.sh");
        var words = List.of("sh", "-c", ". \"$0\" && began \"$1\"", script.toString(), "" + pid);
        return pid
                + " "
                + new String(
                        new ProcessBuilder(words).start().getInputStream().readAllBytes(), UTF_8);
    }

    Ended lab(String... arguments) throws IOException {
        return await(start(root.resolve("lab"), arguments));
    }

    Process start(Path program, String... arguments) throws IOException {
        var words = new ArrayList<>(starter);
        words.add(program.toString());
        words.addAll(List.of(arguments));
        var builder = new ProcessBuilder(words).directory(parent.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.redirectOutput(printed.resolve("out").toFile())
                .redirectError(printed.resolve("err").toFile())
                .start();
    }

    Ended await(Process process) throws IOException {
        try {
            var ended = process.waitFor(LIMIT);
            process.destroyForcibly();
            assertThat(ended)
                    .as("the launcher ends within %s; so far it said %s", LIMIT, output("err"))
                    .isTrue();
            return new Ended(process.exitValue(), output("out"), output("err"));
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while the launcher ran", e);
        }
    }

    List<String> output(String name) {
        try {
            return Files.readAllLines(printed.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        assumeRuns(file);
    }

    static void assumeRuns(Path file) {
        assumeTrue(Files.isExecutable(file), () -> file + " may not run: is it mounted noexec?");
    }

    private static Path onPath(String program) {
        for (var folder : System.getenv("PATH").split(":")) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return Path.of(folder, program).toAbsolutePath();
            }
        }
        throw new IllegalStateException("the launcher needs " + program + ", which is not here");
    }

    record Ended(int code, List<String> out, List<String> err) {}
}

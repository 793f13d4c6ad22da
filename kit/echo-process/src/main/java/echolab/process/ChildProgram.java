package echolab.process;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every program that the kit starts is started from here: it speaks English in UTF-8, because we read what it says,
/// and a JVM has the flags that it is given and no others.
public final class ChildProgram {

    /// In all that a JVM prints when it takes options from one of these it says so, on standard error, where others
    /// look for the name of a version.
    private static final List<String> OPTIONS_OF_JVMS =
            List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private ChildProgram() {}

    /// A program that can be started now.
    public static ProcessBuilder of(List<String> words) {
        var builder = new ProcessBuilder(words);
        var environment = builder.environment();
        environment.put("LC_ALL", "C.UTF-8");
        environment.remove("LANGUAGE"); // outranks LC_ALL for some
        environment.keySet().removeAll(OPTIONS_OF_JVMS);
        return builder;
    }

    public static ProcessBuilder of(String... words) {
        return of(List.of(words));
    }

    /// The first words of a JVM's command: our own `java`, which writes what it knows into `target` when it crashes,
    /// and not into the folder of whoever called.
    public static List<String> java() {
        var log = Path.of(System.getProperty("echolab.root", ""), "target", "hs_err_pid%p.log");
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:ErrorFile=" + log);
    }

    /// Whether it ends in this time.
    ///
    /// @param name of it, for who is interrupted
    static boolean endsWithin(Duration time, Process child, String name) throws IOException {
        try {
            return child.waitFor(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + name, e);
        }
    }

    /// The class path that has the code of these, each a folder or a jar, and no more of ours.
    public static String classPath(Class<?>... types) {
        return Stream.of(types)
                .map(ChildProgram::origin)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String origin(Class<?> type) {
        try {
            var location = type.getProtectionDomain().getCodeSource().getLocation();
            return Path.of(location.toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the code of " + type + " does not lie in a file", e);
        }
    }
}

package echolab.contract;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which threads has a server left behind? Those that live now, did not before it started, and are not the JDK's own.
///
/// Only a thread dump of HotSpot knows the virtual threads as well. Of those it shows we count the ones that run code of
/// the step; the platform threads we tell by their group, since a pool's idle thread has no frame of the step.
final class ServerThreads {

    private static final Pattern BLANK_LINE = Pattern.compile("\\R\\R");

    private final Set<Thread> before = platformThreads();

    private ServerThreads() {}

    static ServerThreads before() {
        return new ServerThreads();
    }

    void assertNoneLeft(Servers servers) {
        var code = servers.step().getClass().getPackageName() + ".";
        Wait.until(
                servers.patience(),
                () -> platformLeft().isEmpty() && virtualLeft(code).isEmpty(),
                () -> "after close threads are left: " + platformLeft() + virtualLeft(code));
    }

    private Set<String> platformLeft() {
        return platformThreads().stream()
                .filter(thread -> !before.contains(thread))
                .map(Thread::getName)
                .collect(Collectors.toSet());
    }

    /// The JDK's own threads (carriers, pollers, cleaners) stand in groups of their own.
    private static Set<Thread> platformThreads() {
        var ours = Thread.currentThread().getThreadGroup();
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getThreadGroup() == ours)
                .collect(Collectors.toSet());
    }

    private static Set<String> virtualLeft(String code) {
        return BLANK_LINE
                .splitAsStream(dump())
                .map(String::strip)
                .filter(thread -> thread.startsWith("#") && thread.contains(" virtual"))
                .filter(thread -> thread.contains(code))
                .map(thread -> thread.lines().findFirst().orElse(""))
                .collect(Collectors.toSet());
    }

    private static String dump() {
        try {
            var directory = Files.createTempDirectory("echo-lab");
            var file = directory.resolve("threads");
            try {
                ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                        .dumpThreads(file.toString(), ThreadDumpFormat.TEXT_PLAIN);
                return Files.readString(file);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a thread dump", e);
        }
    }
}

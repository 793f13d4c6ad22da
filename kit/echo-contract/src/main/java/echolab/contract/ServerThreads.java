package echolab.contract;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which threads has a server left behind? Those that live now, did not before it started, and are not the JDK's own.
///
/// Only a thread dump of HotSpot knows the virtual threads as well. Of those it shows we count the ones that run code of
/// the step; the platform threads we tell by their group, since a pool's idle thread has no frame of the step.
final class ServerThreads {

    private static final String COMMON_POOL = "ForkJoinPool.commonPool";
    private static final Pattern BLANK_LINE = Pattern.compile("\\R\\R");

    private final Servers servers;
    private final Set<Thread> platformBefore = platformThreads();
    private final Set<String> virtualBefore;

    private ServerThreads(Servers servers) {
        this.servers = servers;
        this.virtualBefore = virtualThreads(code());
    }

    /// Notes the threads that live now: those of the server that the cases share among them.
    static ServerThreads before(Servers servers) {
        return new ServerThreads(servers);
    }

    private String code() {
        return servers.step().getClass().getPackageName() + ".";
    }

    void assertNoneLeft() {
        Patience.until(
                servers.patience(),
                () -> platformLeft().isEmpty() && virtualLeft().isEmpty(),
                () -> "after close threads are left: " + platformLeft() + virtualLeft());
    }

    private Set<String> platformLeft() {
        return platformThreads().stream()
                .filter(thread -> !platformBefore.contains(thread))
                .map(Thread::getName)
                .collect(Collectors.toSet());
    }

    /// The JDK's own threads (carriers, pollers, cleaners) stand in groups of their own, but for those of the common
    /// pool: it belongs to the whole JVM, and one that starts while a server closes is not the server's.
    private static Set<Thread> platformThreads() {
        var ours = Thread.currentThread().getThreadGroup();
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getThreadGroup() == ours)
                .filter(thread -> !thread.getName().startsWith(COMMON_POOL))
                .collect(Collectors.toSet());
    }

    private Set<String> virtualLeft() {
        var left = new HashSet<>(virtualThreads(code()));
        left.removeAll(virtualBefore);
        return left;
    }

    /// By number and name, `#33 "accept"`.
    private static Set<String> virtualThreads(String code) {
        return BLANK_LINE
                .splitAsStream(dump())
                .map(String::strip)
                .filter(thread -> thread.startsWith("#") && thread.contains(" virtual"))
                .filter(thread -> thread.contains(code))
                .map(thread -> thread.substring(0, thread.indexOf(" virtual")))
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

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
import java.util.stream.Stream;

/// The threads that a server has left behind: those that live now, did not before it started, and are not the JDK's own.
///
/// Only a thread dump of HotSpot knows the virtual threads as well. Of those it shows we count the ones that run code of
/// the step; the platform threads we tell by their group, since a pool's idle thread has no frame of the step.
final class ServerThreads {

    private static final String COMMON_POOL = "ForkJoinPool.commonPool";
    private static final Pattern BLANK_LINE = Pattern.compile("\\R\\R");

    private final Servers servers;
    private final Set<String> before;

    private ServerThreads(Servers servers) {
        this.servers = servers;
        this.before = living();
    }

    /// Notes the threads that live now: those of the server that the cases share among them.
    static ServerThreads before(Servers servers) {
        return new ServerThreads(servers);
    }

    void assertNoneLeft() {
        Patience.until(
                servers.patience(),
                () -> before.containsAll(living()),
                () -> "after close threads are left: " + left());
    }

    private Set<String> left() {
        var left = living();
        left.removeAll(before);
        return left;
    }

    /// By number and name, `#33 "accept"`.
    private Set<String> living() {
        return Stream.concat(platformThreads(), virtualThreads()).collect(Collectors.toSet());
    }

    /// The JDK's own threads (carriers, pollers, cleaners) stand in groups of their own, but for those of the common
    /// pool: it belongs to the whole JVM, and one that starts while a server closes is not the server's.
    private static Stream<String> platformThreads() {
        var ours = Thread.currentThread().getThreadGroup();
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getThreadGroup() == ours)
                .filter(thread -> !thread.getName().startsWith(COMMON_POOL))
                .map(thread -> "#%s \"%s\"".formatted(thread.threadId(), thread.getName()));
    }

    private Stream<String> virtualThreads() {
        return BLANK_LINE
                .splitAsStream(dump())
                .map(String::strip)
                .filter(thread -> thread.startsWith("#") && thread.contains(" virtual"))
                .filter(thread -> thread.contains(Servers.code(servers.step())))
                .map(thread -> thread.substring(0, thread.indexOf(" virtual")));
    }

    private static String dump() {
        try {
            var file = Files.createTempFile("echo-lab", "threads");
            Files.delete(file); // a dump writes over nothing
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpThreads(file.toString(), ThreadDumpFormat.TEXT_PLAIN);
            var dump = Files.readString(file);
            Files.delete(file);
            return dump;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a thread dump", e);
        }
    }
}

package echolab.process;

import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// What lives on the heap of another JVM.
///
/// `jcmd PID GC.class_histogram` of our own JDK does a full garbage collection there and counts what is left; its last
/// line is the sum. (`GC.heap_info` would do without the collection, and tell of garbage too.)
public final class JavaHeap {

    private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");

    private JavaHeap() {}

    /// Bytes of its live objects; empty when the process is no JVM, or our JDK has no `jcmd`.
    public static OptionalLong liveBytes(long pid) {
        if (!isJvm(pid)) {
            return OptionalLong.empty();
        }
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var said = Tool.of(jcmd, "" + pid, "GC.class_histogram").run().text();
        return TOTAL.matcher(said)
                .results()
                .mapToLong(total -> Long.parseLong(total.group(1)))
                .findFirst();
    }

    private static boolean isJvm(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .map(command -> Path.of(command).endsWith("java"))
                .orElse(false);
    }
}

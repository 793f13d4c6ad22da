package echolab.epoll;

import echolab.process.ServerProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What does the JVM of a server tell of its memory? Asked by `jcmd`, which lies beside `java` in every JDK.
public final class Jcmd {

    /// A row such as `   2:   10013   1682184  java.lang.VirtualThread (java.base@25.0.3)`.
    private static final Pattern ROW =
            Pattern.compile("(?m)^ *\\d+: +\\d+ +(\\d+) +(\\S+)(?: \\(.*\\))?$");

    /// A generation of the serial collector, such as `DefNew total 2432K, used 208K [0x…`.
    private static final Pattern USED = Pattern.compile("total \\d+K, used (\\d+)K");

    /// What `Unsafe` has allocated, which is where direct buffers lie.
    private static final Pattern OUTSIDE =
            Pattern.compile("Other \\(reserved=\\d+KB, committed=(\\d+)KB\\)");

    private final ServerProcess server;

    public Jcmd(ServerProcess server) {
        this.server = server;
    }

    /// Collects garbage, all of it.
    public void collect() throws IOException {
        ask("GC.run");
    }

    /// Bytes of living objects, by class; what is dead is collected first.
    public Map<String, Long> livingBytes() throws IOException {
        var bytes = new LinkedHashMap<String, Long>();
        var rows = ROW.matcher(ask("GC.class_histogram")).results();
        // several loaders may have a class of the same name, and lambdas of one class are one
        rows.forEach(row ->
                bytes.merge(
                        row.group(2).replaceAll("/0x.*", ""),
                        Long.parseLong(row.group(1)),
                        Long::sum));
        if (bytes.isEmpty()) {
            throw new IOException("jcmd GC.class_histogram showed no class");
        }
        return bytes;
    }

    /// Bytes of the heap in use, garbage included, by a JVM with the serial collector.
    public long usedBytes() throws IOException {
        return USED.matcher(ask("GC.heap_info"))
                .results()
                .mapToLong(used -> Long.parseLong(used.group(1)) << 10)
                .sum();
    }

    /// Bytes of direct buffers, by a JVM with `-XX:NativeMemoryTracking=summary`.
    public long directBytes() throws IOException {
        var said = ask("VM.native_memory", "summary");
        var other = OUTSIDE.matcher(said);
        if (!other.find()) {
            throw new IOException("jcmd VM.native_memory tells of no direct buffers: " + said);
        }
        return Long.parseLong(other.group(1)) << 10;
    }

    private String ask(String... command) throws IOException {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        words.add(String.valueOf(server.pid()));
        words.addAll(List.of(command));
        var jcmd = new ProcessBuilder(words).redirectErrorStream(true).start();
        var said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (jcmd.waitFor() != 0) {
                throw new IOException(String.join(" ", words) + " failed: " + said);
            }
        } catch (InterruptedException e) {
            jcmd.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while asking " + server.name(), e);
        }
        return said;
    }
}

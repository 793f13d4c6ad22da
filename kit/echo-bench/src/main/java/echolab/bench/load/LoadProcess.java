package echolab.bench.load;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import echolab.process.ChildProgram;
import echolab.process.ProcessFigures;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.HdrHistogram.Histogram;

/// A [LoadMain] in a JVM of its own, seen from the coordinator: one of [LoadProcesses]. Asks, waits for the answer, ends it.
final class LoadProcess implements AutoCloseable {

    private final Process process;
    private final Thread endWithUs;
    private final PrintWriter requests;
    private final BufferedReader answers;

    private LoadProcess(Process process) {
        this.process = process;
        this.requests = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.endWithUs = new Thread(process::destroyForcibly, "end the load");
        Runtime.getRuntime().addShutdownHook(endWithUs);
    }

    /// Starts one.
    ///
    /// @param prefix what to start it under, for example `taskset -c 1`; may be empty
    static LoadProcess start(List<String> prefix) throws IOException {
        var words = new ArrayList<>(prefix);
        words.addAll(ChildProgram.java());
        words.addAll(List.of("-XX:+UseSerialGC", "-Xms64m", "-Xmx256m"));
        words.add("--enable-native-access=ALL-UNNAMED"); // for its own CPU clock
        words.addAll(List.of("-cp", classPath(), LoadMain.class.getName()));
        return new LoadProcess(ChildProgram.of(words).redirectError(Redirect.INHERIT).start());
    }

    /// Asks, and waits for the answer.
    Answer ask(Request request, Duration limit) throws IOException {
        send(request);
        return answer(limit);
    }

    void send(Request request) {
        requests.println(JsonLine.of(request));
    }

    /// Waits for the answer to what was asked last.
    ///
    /// @throws ServerUnusableException when the server is to blame
    Answer answer(Duration limit) throws IOException {
        var line = new FutureTask<>(answers::readLine);
        Thread.ofVirtual().name("answer of the load").start(line);
        try {
            var said = Optional.ofNullable(line.get(limit.toMillis(), TimeUnit.MILLISECONDS));
            var answer = JsonLine.read(said.orElseThrow(this::ended), Answer.class);
            if (answer instanceof Answer.Failed(var why)) {
                throw new ServerUnusableException(why);
            }
            return answer;
        } catch (TimeoutException e) {
            throw new IOException(
                    "the load generator did not answer within %s s".formatted(limit.toSeconds()),
                    e);
        } catch (ExecutionException _) {
            throw ended();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the load generator", e);
        }
    }

    private IOException ended() {
        try {
            var code =
                    process.waitFor(Duration.ofSeconds(1)) ? process.exitValue() + "" : "none yet";
            return new IOException(
                    "the load generator (process %s) ended by itself, exit code %s: the run can't go on; run it again"
                            .formatted(process.pid(), code));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new IOException("interrupted while the load generator ended", e);
        }
    }

    private static String classPath() {
        return ChildProgram.classPath(
                LoadMain.class,
                ProcessFigures.class,
                Histogram.class,
                ObjectMapper.class,
                JsonParser.class,
                JsonTypeInfo.class,
                Jdk8Module.class);
    }

    @Override
    public void close() {
        requests.close();
        try {
            if (!process.waitFor(Duration.ofSeconds(2))) {
                process.destroyForcibly().waitFor();
            }
            Runtime.getRuntime().removeShutdownHook(endWithUs);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException _) {
            // this JVM is already ending, and the hook runs or has run
        }
    }
}

package echolab.browser;

import echolab.process.Programs;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/// A headless Chromium as a child process, with a folder of its own for its profile.
final class Chromium implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");

    private final Process process;
    private final Path profile;
    private final URI devTools;

    private Chromium(Process process, Path profile) throws IOException {
        this.process = process;
        this.profile = profile;
        this.devTools = whereItListens();
    }

    static Optional<Path> program() {
        return Programs.find("chromium", "chromium-browser", "google-chrome");
    }

    static Chromium start(Path program) throws IOException {
        var profile = Files.createTempDirectory("echolab-chromium-");
        var command =
                List.of(
                        program.toString(),
                        "--headless",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        // Build machines run as root, where the sandbox does not start.
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--hide-scrollbars",
                        "--no-first-run",
                        // Chromium's own errands would be refused, and a page's are a finding: no
                        // name resolves.
                        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--disable-quic",
                        "about:blank");
        var process =
                new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        return new Chromium(process, profile);
    }

    /// The address of its DevTools.
    URI devTools() {
        return devTools;
    }

    @Override
    public void close() throws IOException {
        var family = process.descendants().toList();
        process.destroy();
        if (!ended()) {
            process.destroyForcibly();
        }
        family.forEach(ProcessHandle::destroyForcibly);
        delete(profile);
    }

    private boolean ended() {
        try {
            return process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// The port is chosen by the system and told on standard error, which must be read to its end: a full pipe would stop
    /// the browser.
    private URI whereItListens() throws IOException {
        var found = new CompletableFuture<URI>();
        Thread.ofVirtual().name("chromium-errors").start(() -> read(process.errorReader(), found));
        try {
            return found.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException("Chromium ended at once: " + e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
            close();
            throw new IOException("Chromium did not say where it listens in " + LIMIT, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while Chromium started", e);
        }
    }

    private static void read(BufferedReader errors, CompletableFuture<URI> found) {
        var last = "it said nothing";
        try (errors) {
            for (var line = errors.readLine(); line != null; line = errors.readLine()) {
                last = line;
                var listening = LISTENING.matcher(line);
                if (listening.find()) {
                    found.complete(URI.create(listening.group(1)));
                }
            }
        } catch (IOException e) {
            last = e.getMessage();
        }
        found.completeExceptionally(new IOException(last));
    }

    /// A process of the browser may write into it for a moment longer, so what is gone by then is no error.
    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .map(Path::toFile)
                    .forEach(file -> file.delete());
        }
    }
}

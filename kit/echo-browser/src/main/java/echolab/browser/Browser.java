package echolab.browser;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/// A browser that opens pages for tests. Starting it takes about a second, opening a page a tenth of one: so a test run has
/// one browser ([BrowserExtension]) and each test its own page.
public final class Browser implements AutoCloseable {

    private final Chromium chromium;
    private final DevTools tools;

    Browser(Path program) throws IOException {
        chromium = Chromium.start(program);
        tools = new DevTools(chromium.devTools());
    }

    /// Opens a file and waits until it is loaded.
    public Page open(Path file, View view) {
        return open(file.toAbsolutePath().toUri(), view);
    }

    /// Opens a page and waits until it is loaded. Close it when you have looked.
    public Page open(URI address, View view) {
        var target = tools.ask("", "Target.createTarget", Map.of("url", "about:blank"));
        var id = target.path("targetId").asText();
        var session =
                tools.ask("", "Target.attachToTarget", Map.of("targetId", id, "flatten", true));
        return new Page(tools, id, session.path("sessionId").asText()).load(address, view);
    }

    @Override
    public void close() throws IOException {
        tools.close();
        chromium.close();
    }
}

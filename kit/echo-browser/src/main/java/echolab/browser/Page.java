package echolab.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/// An open page, and the questions that a test may ask of it. A list of findings is a list of sentences, empty when all is
/// well, so that a failed `assertThat(page.errors()).isEmpty()` says what to mend.
public final class Page implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String PROBE = resource("/echolab/browser/probe.js");

    private final DevTools tools;
    private final String target;
    private final String session;
    private final PageLog log = new PageLog();

    Page(DevTools tools, String target, String session) {
        this.tools = tools;
        this.target = target;
        this.session = session;
        tools.listen(session, log);
    }

    Page load(URI address, View view) {
        for (var domain : List.of("Page", "Network", "Runtime", "Log")) {
            ask(domain + ".enable", Map.of());
        }
        ask("Page.addScriptToEvaluateOnNewDocument", Map.of("source", PROBE));
        look(view);
        var begun = ask("Page.navigate", Map.of("url", address.toString()));
        if (begun.has("errorText")) {
            throw new IllegalStateException(
                    "cannot open " + address + ": " + begun.path("errorText").asText());
        }
        DevTools.await(log.loaded(), "loading " + address);
        return this;
    }

    /// Looks at the same page on something else.
    public Page look(View view) {
        ask(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width", view.width(),
                        "height", view.height(),
                        "deviceScaleFactor", 1,
                        "mobile", view.mobile()));
        var scheme =
                Map.of("name", "prefers-color-scheme", "value", view.dark() ? "dark" : "light");
        ask(
                "Emulation.setEmulatedMedia",
                Map.of("media", view.print() ? "print" : "", "features", List.of(scheme)));
        return this;
    }

    /// What the console complained of: exceptions, `console.error`, files that could not be had.
    public List<String> errors() {
        return log.errors();
    }

    /// Every address that was asked for, the page's own included.
    public List<String> requests() {
        return log.requests();
    }

    /// Addresses that are not files: a page of ours must work without a network.
    public List<String> requestsToANetwork() {
        return requests().stream()
                .filter(url -> !url.startsWith("file:") && !url.startsWith("data:"))
                .toList();
    }

    /// Texts that can be seen but hardly read, in HTML and in SVG.
    ///
    /// @param least the contrast that each must have, 1 to 21 (WCAG 2 AA: 4.5, <https://www.w3.org/TR/WCAG22/#contrast-minimum>)
    public List<String> textsBelowContrast(double least) {
        return sentences("echolabProbe.textsBelowContrast(" + least + ")");
    }

    /// Elements that make the page scroll sideways.
    public List<String> elementsTooWide() {
        return sentences("echolabProbe.elementsTooWide()");
    }

    /// Texts of SVG pictures that overlap each other or are cut off at the picture's edge.
    public List<String> crowdedTexts() {
        return sentences("echolabProbe.crowdedTexts()");
    }

    /// Images and pictures that show nothing: not loaded, or without width or height.
    public List<String> picturesWithoutSize() {
        return sentences("echolabProbe.picturesWithoutSize()");
    }

    /// How many elements a CSS selector finds.
    public int count(String selector) {
        return evaluate("document.querySelectorAll(" + quote(selector) + ").length").asInt();
    }

    /// The text of the first element that a CSS selector finds, as a reader sees it.
    public String text(String selector) {
        return evaluate("document.querySelector(" + quote(selector) + ").innerText").asText();
    }

    /// Clicks the first element that a CSS selector finds.
    public Page click(String selector) {
        evaluate("document.querySelector(" + quote(selector) + ").click()");
        return this;
    }

    /// Types into the element that has the focus.
    public Page type(String text) {
        ask("Input.insertText", Map.of("text", text));
        return this;
    }

    /// Presses a key of one character or a named one: `Enter`, `Tab`, `Escape`, `ArrowDown`.
    public Page press(String key) {
        Keys.press(this, key);
        return this;
    }

    /// Waits until an expression in JavaScript is true.
    ///
    /// @param what is waited for: it stands in the message when it does not come within 10 s
    public Page waitUntil(String expression, String what) {
        for (var end = System.nanoTime() + LIMIT.toNanos(); System.nanoTime() < end; pause()) {
            if (evaluate("Boolean(" + expression + ")").asBoolean()) {
                return this;
            }
        }
        throw new AssertionError("waited " + LIMIT + " for this, in vain: " + what);
    }

    /// The value of an expression in JavaScript; a promise is awaited.
    public JsonNode evaluate(String expression) {
        var answer =
                ask(
                        "Runtime.evaluate",
                        Map.of(
                                "expression", expression,
                                "awaitPromise", true,
                                "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(PageLog.exception(answer.path("exceptionDetails")));
        }
        return answer.at("/result/value");
    }

    /// Writes the whole page as a PNG, for people to look at.
    public Page screenshot(Path file) {
        var size = ask("Page.getLayoutMetrics", Map.of()).path("cssContentSize");
        var all =
                Map.of(
                        "x", 0,
                        "y", 0,
                        "width", size.path("width"),
                        "height", size.path("height"),
                        "scale", 1);
        var shot =
                ask("Page.captureScreenshot", Map.of("captureBeyondViewport", true, "clip", all));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, Base64.getDecoder().decode(shot.path("data").asText()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the screenshot " + file, e);
        }
        return this;
    }

    @Override
    public void close() {
        tools.forget(session);
        tools.ask("", "Target.closeTarget", Map.of("targetId", target));
    }

    JsonNode ask(String method, Map<String, ?> parameters) {
        return tools.ask(session, method, parameters);
    }

    private List<String> sentences(String expression) {
        return StreamSupport.stream(evaluate(expression).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a page", e);
        }
    }

    private static String quote(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static String resource(String name) {
        try (InputStream script = Page.class.getResourceAsStream(name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

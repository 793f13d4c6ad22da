package echolab.browser;

import echolab.process.Resource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.io.TemporaryFilesystem;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.remote.http.ClientConfig;
import org.openqa.selenium.support.ui.WebDriverWait;

/// A headless Chromium, steered by Selenium, that a test opens a page in to ask what is wrong with it:
/// `assertThat(browser.open(file, View.PHONE.inDark()).findings()).isEmpty()`.
public final class Browser extends ChromeDriver implements AutoCloseable {

    /// What takes longer hangs. ChromeDriver's own limit for a browser to start is the same, and cannot be set.
    static final Duration LIMIT = Duration.ofSeconds(60);

    private static final int TABLET = 700;

    /// Of Deque's package only this script is used: its runner in Java opens a second window for each page.
    private static final String AXE = Resource.text(Browser.class, "/axe.min.js");

    private static final String PROBE = Resource.text(Browser.class, "/echolab/browser/probe.js");

    /// Warns of commands of DevTools that differ from version to version; ours do not.
    private static final Logger VERSIONS =
            Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

    private final Path profile;

    private Browser(
            ChromeDriverService driver, ChromeOptions options, Path profile, Duration limit) {
        // ChromeDriver's own limits come first, since it says what hung.
        super(driver, options, ClientConfig.defaultConfig().readTimeout(limit.plus(limit)));
        this.profile = profile;
        manage().timeouts().pageLoadTimeout(limit).scriptTimeout(limit);
    }

    /// @param driver where ChromeDriver is: Selenium would go and download one
    static Browser start(Path driver, Path chromium, Duration limit) {
        VERSIONS.setLevel(Level.SEVERE);
        var profile = TemporaryFilesystem.getDefaultTmpFS().createTempDir("echolab", "chromium");
        var service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(driver.toFile())
                        .usingAnyFreePort()
                        // what they leave there is deleted with the profile
                        .withEnvironment(Map.of("TMPDIR", profile.getPath()))
                        .withTimeout(limit)
                        .build();
        var options = options(profile.toPath()).setBinary(chromium.toFile());
        try {
            return new Browser(service, options, profile.toPath(), limit);
        } catch (WebDriverException e) {
            service.stop();
            kill(profile.toPath());
            throw new IllegalStateException(
                    "%s did not start %s: %s; both must be of one version, which --version tells"
                            .formatted(driver, chromium, why(e)),
                    e);
        }
    }

    private static ChromeOptions options(Path profile) {
        var console = new LoggingPreferences();
        console.enable(LogType.BROWSER, Level.SEVERE);
        var options = new ChromeOptions();
        options.setCapability("goog:loggingPrefs", console);
        return options.addArguments(
                "--headless=new",
                "--user-data-dir=" + profile,
                // Build machines run as root, where the sandbox does not start.
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                // What a page asks a network for fails, which the console tells.
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--disable-component-update",
                "--disable-quic");
    }

    /// Opens a file and waits until it is loaded. What was wrong with the page before it is forgotten.
    public Browser open(Path file, View view) {
        if (!Files.isReadable(file)) {
            throw new IllegalStateException("cannot open " + file + ": it is not there");
        }
        try {
            get("about:blank");
            complaints();
            look(view).get(file.toUri().toString());
            return this;
        } catch (WebDriverException e) {
            throw new IllegalStateException("cannot open " + file + ": " + why(e), e);
        }
    }

    /// Looks at the same page on something else. WebDriver has no words for it, so DevTools is told.
    public Browser look(View view) {
        executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        view.width(),
                        "height",
                        view.height(),
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        view.width() < TABLET));
        var scheme =
                Map.of("name", "prefers-color-scheme", "value", view.dark() ? "dark" : "light");
        executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("media", view.print() ? "print" : "", "features", List.of(scheme)));
        return this;
    }

    /// What a reader would trip over, a sentence each, as the console, axe-core and `probe.js` see it; nothing when all
    /// is well, so that a failed `isEmpty()` says what to mend.
    public List<String> findings() {
        var findings = new ArrayList<>(complaints());
        executeScript("window.axe || eval(arguments[0])", AXE);
        ((List<?>) executeAsyncScript(PROBE)).forEach(seen -> findings.add(seen.toString()));
        return findings;
    }

    /// @param expression in JavaScript, that becomes true
    /// @param what that is, to be said when it does not
    public Browser waitUntil(String expression, String what) {
        new WebDriverWait(this, LIMIT, Duration.ofMillis(20))
                .withMessage(what)
                .until(_ -> executeScript("return Boolean(" + expression + ")").equals(true));
        return this;
    }

    /// There is one window only, so that closing it ends all.
    @Override
    public void close() {
        try {
            quit();
        } finally {
            kill(profile);
        }
    }

    /// Exceptions, `console.error` and what could not be fetched, since this was asked last.
    private List<String> complaints() {
        return manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /// A browser that hangs outlives its ChromeDriver.
    private static void kill(Path profile) {
        ProcessHandle.allProcesses()
                .filter(one -> one.info().commandLine().orElse("").contains(profile.toString()))
                .peek(one -> one.descendants().forEach(ProcessHandle::destroyForcibly))
                .forEach(ProcessHandle::destroyForcibly);
    }

    private static String why(WebDriverException e) {
        var first = e.getCause() instanceof WebDriverException cause ? cause : e;
        return first.getRawMessage().lines().findFirst().orElse("it did not say why");
    }
}

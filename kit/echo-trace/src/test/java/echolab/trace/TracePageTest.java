package echolab.trace;

import static org.assertj.core.api.Assertions.assertThat;

import echolab.browser.Browser;
import echolab.browser.BrowserExtension;
import echolab.browser.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;

@DisplayName("The page of a trace")
@ExtendWith(BrowserExtension.class)
@Timeout(300)
@Tag("browser")
final class TracePageTest {

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void is_readable_light_dark_and_on_a_phone_and_fetches_nothing(boolean loop, Browser browser)
            throws IOException {
        var trace = loop ? Recorded.loop() : Recorded.handoff();
        browser.open(write(trace), View.DESKTOP);
        browser.executeScript("document.querySelectorAll('details').forEach(d => d.open = true)");
        for (var view : List.of(View.DESKTOP, View.DESKTOP.inDark(), View.PHONE)) {
            assertThat(browser.look(view).findings()).as("%s", view).isEmpty();
        }
        assertThat(new TracePage(trace).html()).doesNotContain("src=", "<link", "url(", "@import");
    }

    @Test
    void has_a_lane_for_each_thread_and_a_legend_of_the_calls_that_occur(Browser browser)
            throws IOException {
        browser.open(write(Recorded.handoff()), View.DESKTOP);
        assertThat(browser.findElements(By.cssSelector("svg rect.f-band"))).hasSize(2);
        assertThat(browser.findElements(By.cssSelector("svg path.s-pink"))).hasSize(1);
        assertThat(browser.findElement(By.cssSelector(".key")).getText())
                .contains("epoll_wait", "wakes another thread")
                .doesNotContain("accept");
    }

    private Path write(Trace trace) throws IOException {
        return Files.writeString(folder.resolve("trace.html"), new TracePage(trace).html());
    }
}

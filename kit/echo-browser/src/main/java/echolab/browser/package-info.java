/// How does a page look to a reader? A test opens it in headless Chromium and asks: did the console complain, was
/// anything fetched, is every text readable, does anything stick out on a phone?
///
/// ```java
/// @ExtendWith(BrowserExtension.class)
/// final class PageTest {
///     @Test
///     void is_readable_in_the_dark(Browser browser) {
///         try (var page = browser.open(file, View.DESKTOP.inDark())) {
///             assertThat(page.errors()).isEmpty();
///             assertThat(page.textsBelowContrast(4.5)).isEmpty();
///         }
///     }
/// }
/// ```
///
/// It talks to Chromium by the DevTools protocol over the JDK's own WebSocket. Selenium was refused: it brings some
/// twenty libraries and a second program (ChromeDriver) that must fit the browser's version, and hides the console and
/// the network behind options that differ between them.
package echolab.browser;

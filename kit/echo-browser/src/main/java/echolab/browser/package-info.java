/// A headless browser for tests of pages that we make. Only tests use it; it uses Selenium and axe-core.
package echolab.browser;

package echolab.browser;

import echolab.process.Programs;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests their [Browser], one for a whole run, since starting it takes seconds. The class or the single test that
/// it extends is skipped where there is none.
public final class BrowserExtension implements ExecutionCondition, ParameterResolver {

    private static final String[] CHROMIUM = {"chromium", "chromium-browser", "google-chrome"};

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Programs.find(CHROMIUM).isPresent() && Programs.onPath("chromedriver")
                ? ConditionEvaluationResult.enabled("there is a browser")
                : ConditionEvaluationResult.disabled(
                        "not applicable: no browser to look at pages with; Debian has it in its packages chromium and chromium-driver");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    /// The root's store closes it when the last test has run, and remembers one that did not start.
    @Override
    public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(BrowserExtension.class))
                .getOrComputeIfAbsent(Browser.class, _ -> start(), Browser.class);
    }

    private static Browser start() {
        var driver = Programs.find("chromedriver").orElseThrow();
        return Browser.start(driver, Programs.find(CHROMIUM).orElseThrow(), Browser.LIMIT);
    }
}

package echolab.contract;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/// Why a case failed whose server died meanwhile: adds the server's exit code and last lines to what the client saw.
final class Obituary implements TestExecutionExceptionHandler {

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable thrown)
            throws Throwable {
        var contract = (EchoContract) context.getRequiredTestInstance();
        var obituary = contract.servers().obituary();
        if (thrown instanceof TestAbortedException || obituary.isEmpty()) {
            throw thrown;
        }
        throw new AssertionError(
                thrown.getMessage() + "\nmeanwhile the server died: " + obituary.get(), thrown);
    }
}

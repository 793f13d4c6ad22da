package echolab;

import java.io.IOException;
import java.util.List;
import java.util.ServiceLoader;

/// One step of the course: a way to build an [EchoServer]. Steps are found through [ServiceLoader], so that nothing
/// in the kit has to name one.
///
/// By convention the class that implements this also has the step's `main`, one line that calls [EchoMain].
public interface EchoStep {

    /// The name used on the command line, for example `step02`.
    String id();

    /// The name for people, for example `NIO selector`.
    String title();

    /// Listens on the address of the options. What the operating system says against it is passed on as it is;
    /// callers use [#start], which also says what was being done.
    ///
    /// @throws IOException when the address cannot be bound
    EchoServer listen(EchoOptions options) throws IOException;

    /// The flags that a JVM needs to run this step from a plain classpath. (`java -jar` reads the same from the
    /// manifest.)
    default List<String> jvmFlags() {
        return List.of();
    }

    /// What a step does once before it listens when it is the program, and not a guest in another one: to take a
    /// signal, for example. [EchoMain] calls it.
    default void prepareProgram() {}

    /// Starts the server.
    ///
    /// @throws ListenException when the address cannot be bound; its message is a sentence that names the address
    default EchoServer start(EchoOptions options) throws ListenException {
        try {
            return listen(options);
        } catch (IOException e) {
            throw new ListenException(options, e);
        }
    }

    /// All steps on the classpath, in the order of their ids.
    static List<EchoStep> all() {
        return ServiceLoader.load(EchoStep.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .toList();
    }
}

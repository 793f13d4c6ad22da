package echolab.walk;

import echolab.EchoStep;
import echolab.process.ServerCommand;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is started for a scene. A server is, and waits for clients; a program would run to its end before anybody looked at it, so it is kept
/// behind this class, in the same JVM, until its main thread is interrupted.
public final class Curtain {

    private Curtain() {}

    /// @param args the name of the class whose `main` is next
    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.ROOT); // whatever the machine speaks
        IO.println("Serving on nobody:1");
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException _) {
            Class.forName(args[0])
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) new String[0]);
        }
    }

    static ServerCommand command(
            EchoStep step, Stage stage, String program, Optional<Path> classes) {
        var name = classes.isPresent() ? "your " + step.id() : step.id();
        var server =
                classes.map(own -> ServerCommand.ofVersion(name, step, own, stage.jvmFlags))
                        .orElseGet(() -> ServerCommand.ofStep(step, stage.jvmFlags));
        var words = new ArrayList<>(server.words());
        if (!program.isEmpty()) {
            var here = Curtain.class.getProtectionDomain().getCodeSource().getLocation().getPath();
            var classPath = words.indexOf("-cp") + 1;
            words.subList(classPath + 1, words.size()).clear();
            words.addAll(List.of(Curtain.class.getName(), program));
            words.set(classPath, words.get(classPath) + File.pathSeparator + here);
        }
        words.addAll(stage.arguments);
        return ServerCommand.printing(name, words);
    }
}

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

    static ServerCommand command(EchoStep step, Scene scene, Optional<Path> classes) {
        var flags = new ArrayList<>(Debuggee.JVM_FLAGS);
        flags.addAll(scene.jvmFlags());
        var server =
                classes.isPresent()
                        ? ServerCommand.ofVersion("your " + step.id(), step, classes.get(), flags)
                        : ServerCommand.ofStep(step, flags);
        var words = new ArrayList<>(server.words());
        words.addAll(scene.arguments());
        return ServerCommand.printing(
                server.name(), scene.program().isEmpty() ? words : behind(words, scene.program()));
    }

    private static List<String> behind(List<String> words, String program) {
        var classPath = words.indexOf("-cp") + 1;
        var here = Curtain.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        var all = new ArrayList<>(words.subList(0, classPath));
        all.add(words.get(classPath) + File.pathSeparator + here);
        all.addAll(List.of(Curtain.class.getName(), program));
        return all;
    }
}

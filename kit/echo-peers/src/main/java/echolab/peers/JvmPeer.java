package echolab.peers;

import echolab.peers.Presence.Here;
import echolab.peers.Presence.Missing;
import echolab.process.ChildProgram;
import echolab.process.ServerCommand;
import echolab.process.Tool;
import java.io.File;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// A library of Java or Kotlin, in a JVM of its own with nothing but that on its class path. Maven has brought it, so it is always here;
/// but whether the system lets Netty have epoll or io_uring has to be tried, because a sandbox may refuse io_uring whatever
/// the kernel's version is. It is tried in such a JVM, for it means to load a native library.
///
/// @param library for people
/// @param program what is started: with a variant and a port it serves, without a port it prints the library's version
/// @param variant how it works, for example Netty by nio, epoll or io_uring, and how many coroutines run at a time in Kotlin
record JvmPeer(String name, String title, String library, Class<?> program, String variant)
        implements Peer {

    /// What the jars have in them that such a program may need, by library: to look for a class in jars of another takes time at its start.
    /// The first is in every jar of Netty, those with nothing but a native library too.
    private static final Map<String, List<String>> IN_JARS =
            Map.of(
                    "Netty",
                    List.of("META-INF/io.netty.versions.properties"),
                    "Vert.x",
                    List.of(
                            "META-INF/io.netty.versions.properties",
                            "io/vertx/core/Vertx.class",
                            "io/vertx/core/internal/logging/Logger.class",
                            "com/fasterxml/jackson/core/JsonFactory.class"),
                    "Ktor",
                    List.of(
                            "io/ktor/network/sockets/Socket.class",
                            "io/ktor/utils/io/ByteReadChannel.class",
                            "kotlin/Unit.class",
                            "kotlinx/coroutines/Job.class",
                            "kotlinx/io/Buffer.class",
                            "kotlinx/io/bytestring/ByteString.class"));

    /// Netty loads a native library, and allocates by `Unsafe` as its users on older JDKs know it; JDK 25 wants to
    /// be told of both.
    private static final List<String> FLAGS =
            List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

    @Override
    public Presence presence() {
        var words = command(List.of("-XX:TieredStopAtLevel=1"), variant);
        var said = Tool.of(words.toArray(String[]::new)).run();
        return said.succeeded()
                ? new Here(library + " " + said.text())
                : new Missing("%s can't use %s here (%s)".formatted(library, variant, said.text()));
    }

    @Override
    public ServerCommand build(BuildOptions options) {
        return ServerCommand.printing(
                name, command(options.jvmFlags(), variant, ServerCommand.PORT));
    }

    private List<String> command(List<String> jvmFlags, String... arguments) {
        var words = new ArrayList<>(ChildProgram.java());
        words.addAll(FLAGS);
        words.addAll(jvmFlags);
        words.addAll(List.of("-cp", classpath(), program.getName()));
        words.addAll(List.of(arguments));
        return words;
    }

    private String classpath() {
        try {
            var places = new LinkedHashSet<String>();
            var own = program.getProtectionDomain().getCodeSource().getLocation();
            places.add(Path.of(own.toURI()).toString());
            for (var inJar : IN_JARS.get(library)) {
                for (var url : Collections.list(program.getClassLoader().getResources(inJar))) {
                    var jar = ((JarURLConnection) url.openConnection()).getJarFileURL();
                    places.add(Path.of(jar.toURI()).toString());
                }
            }
            return String.join(File.pathSeparator, places);
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("the jars of " + library + " do not lie in files", e);
        }
    }
}

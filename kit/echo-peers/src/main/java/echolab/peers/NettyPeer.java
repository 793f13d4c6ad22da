package echolab.peers;

import echolab.peers.Presence.Here;
import echolab.peers.Presence.Missing;
import echolab.peers.netty.NettyEcho;
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

/// Netty, in a JVM of its own with nothing but Netty on its class path. Maven has brought it, so it is always here; but
/// whether the system lets it have epoll or io_uring has to be tried, because a sandbox may refuse io_uring whatever
/// the kernel's version is. It is tried in such a JVM, for it means to load a native library.
///
/// @param transport how it waits for the kernel: nio, epoll, io_uring
record NettyPeer(String name, String title, String transport) implements Peer {

    /// Every jar of Netty has this file, those with nothing but a native library too.
    private static final String VERSIONS = "META-INF/io.netty.versions.properties";

    /// A native library is loaded, and Netty allocates by `Unsafe` as its users on older JDKs know it; JDK 25 wants to
    /// be told of both.
    private static final List<String> FLAGS =
            List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

    @Override
    public Presence presence() {
        var words = command(List.of("-XX:TieredStopAtLevel=1"), transport);
        var said = Tool.of(words.toArray(String[]::new)).run();
        return said.succeeded()
                ? new Here("Netty " + said.text())
                : new Missing("Netty can't use %s here (%s)".formatted(transport, said.text()));
    }

    @Override
    public ServerCommand build(BuildOptions options) {
        return new ServerCommand(
                name,
                command(options.jvmFlags(), transport, ServerCommand.PORT),
                new ServerCommand.Ready.Prints());
    }

    private static List<String> command(List<String> jvmFlags, String... arguments) {
        var words = new ArrayList<>(ChildProgram.java());
        words.addAll(FLAGS);
        words.addAll(jvmFlags);
        words.addAll(List.of("-cp", classpath(), NettyEcho.class.getName()));
        words.addAll(List.of(arguments));
        return words;
    }

    private static String classpath() {
        try {
            var places = new LinkedHashSet<String>();
            var own = NettyEcho.class.getProtectionDomain().getCodeSource().getLocation();
            places.add(Path.of(own.toURI()).toString());
            var loader = NettyEcho.class.getClassLoader();
            for (var url : Collections.list(loader.getResources(VERSIONS))) {
                var jar = ((JarURLConnection) url.openConnection()).getJarFileURL();
                places.add(Path.of(jar.toURI()).toString());
            }
            return String.join(File.pathSeparator, places);
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("the jars of Netty do not lie in files", e);
        }
    }
}

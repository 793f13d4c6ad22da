package echolab.peers;

import echolab.peers.Presence.Here;
import echolab.peers.Presence.Missing;
import echolab.process.Programs;
import echolab.process.ServerCommand;
import echolab.process.Tool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A peer of one C or C++ file.
///
/// @param source the file's name among the resources of this package
record CompiledPeer(String name, String title, String source, Compiler compiler, Library library)
        implements Peer {

    private static final Pattern VERSION = Pattern.compile("^version (.+)$", Pattern.MULTILINE);

    /// Boost and Asio count 1.22.1 as 102201.
    private static final Pattern COUNTED = Pattern.compile("(\\d+)(\\d{3})(\\d{2})");

    /// What is called, with which flags, and which package of Debian brings it.
    enum Compiler {
        C("gcc", "c", List.of("-O3", "-Wall", "-Wextra")),
        CXX("g++", "c++", List.of("-std=c++20", "-O3", "-Wall", "-Wextra"));

        private final String program;
        private final String language;
        private final List<String> flags;

        Compiler(String program, String language, List<String> flags) {
            this.program = program;
            this.language = language;
            this.flags = flags;
        }
    }

    /// What the file is written against.
    ///
    /// @param name for people
    /// @param header that tells the version
    /// @param version what the preprocessor makes the version of, once it has read the header
    /// @param debianPackage that brings the header
    /// @param flags that the compiler gets for it, behind the file
    record Library(
            String name, String header, String version, String debianPackage, List<String> flags) {}

    @Override
    public Presence presence() {
        if (library.header.startsWith("sys/") && Presence.needsLinux("epoll").isPresent()) {
            return Presence.needsLinux("epoll").get();
        }
        if (!Programs.onPath(compiler.program)) {
            return Missing.of(
                    "no " + compiler.program, List.of(compiler.program, library.debianPackage));
        }
        var program = "#include <%s>\nversion %s\n".formatted(library.header, library.version);
        var said =
                Tool.of(compiler.program, "-E", "-P", "-x", compiler.language, "-")
                        .run(Path.of(""), program);
        var version = VERSION.matcher(said.text());
        return said.succeeded() && version.find()
                ? new Here(library.name + " " + plain(version.group(1)))
                : Missing.of("no " + library.header, List.of(library.debianPackage));
    }

    private static String plain(String version) {
        var text = version.replaceAll("[\" ]", "");
        var counted = COUNTED.matcher(text);
        return counted.matches()
                ? "%s.%s.%s"
                        .formatted(
                                counted.group(1),
                                Integer.valueOf(counted.group(2)),
                                Integer.valueOf(counted.group(3)))
                : text;
    }

    @Override
    public ServerCommand build(BuildOptions options) throws IOException {
        var words = new ArrayList<String>();
        words.add(compiler.program);
        words.addAll(compiler.flags);
        words.addAll(List.of("-o", name, source));
        words.addAll(library.flags);
        var program = new Build(name, List.of(source), new Tool(words, Map.of()), name).in(options);
        return ServerCommand.printing(name, List.of(program.toString(), ServerCommand.PORT));
    }
}

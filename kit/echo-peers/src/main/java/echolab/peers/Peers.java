package echolab.peers;

import echolab.peers.CompiledPeer.Compiler;
import echolab.peers.CompiledPeer.Library;
import echolab.peers.ktor.KtorEcho;
import echolab.peers.netty.NettyEcho;
import echolab.peers.vertx.VertxEcho;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The systems that the steps are compared with. The floor first, then by language.
final class Peers {

    private static final Library EPOLL = epoll();
    private static final Library EPOLL_EACH_TIME = epoll("-DREGISTERED_ONCE=false");
    private static final Library UV =
            new Library(
                    "libuv",
                    "uv.h",
                    "UV_VERSION_MAJOR.UV_VERSION_MINOR.UV_VERSION_PATCH",
                    "libuv1-dev",
                    List.of("-luv"));
    private static final Library EVENT =
            new Library(
                    "libevent",
                    "event2/event.h",
                    "EVENT__VERSION",
                    "libevent-dev",
                    List.of("-levent"));
    private static final Library ASIO =
            new Library(
                    "Asio", "asio/version.hpp", "ASIO_VERSION", "libasio-dev", List.of("-pthread"));

    static final List<Peer> ALL =
            List.of(
                    c("c-epoll", "C epoll, minimal: the floor", "epoll-minimal.c", EPOLL),
                    c("c-epoll-full", "C epoll, correct", "epoll-full.c", EPOLL),
                    c("libuv", "libuv, C callbacks", "libuv.c", UV),
                    c("libevent", "libevent, C bufferevents", "libevent.c", EVENT),
                    cxx("asio", "Asio, C++20 coroutines", "asio.cpp", ASIO),
                    cxx("cpp20", "C++20 coroutines of our own", "cpp20.cpp", EPOLL),
                    cxx("cpp20-rearm", "C++20, ADD and DEL per wait", "cpp20.cpp", EPOLL_EACH_TIME),
                    new TokioPeer("tokio", "Tokio, Rust async, one thread"),
                    new GoPeer("go", "Go, goroutines, one processor"),
                    new ScriptPeer(
                            "node",
                            "Node.js, a piped stream",
                            "echo.js",
                            "node",
                            List.of("-p", "'Node.js ' + process.versions.node"),
                            List.of("--check"),
                            "nodejs"),
                    python("asyncio", "'Python'", "python3"),
                    python("uvloop", "'uvloop', loop.__version__ + ', Python'", "python3-uvloop"),
                    netty("netty-nio", "Netty on the JDK's selector", "nio"),
                    netty("netty-epoll", "Netty on its own epoll", "epoll"),
                    netty("netty-io_uring", "Netty on io_uring", "io_uring"),
                    vertx("vertx", "Vert.x on its event loop", "event_loop"),
                    vertx("vertx-virtual", "Vert.x on virtual threads", "virtual_thread"),
                    new JvmPeer("kotlin", "Kotlin coroutines, Ktor", "Ktor", KtorEcho.class, "1"));

    private Peers() {}

    private static Library epoll(String... flags) {
        return new Library("gcc", "sys/epoll.h", "__VERSION__", "libc6-dev", List.of(flags));
    }

    private static Peer c(String name, String title, String source, Library library) {
        return new CompiledPeer(name, title, source, Compiler.C, library);
    }

    private static Peer cxx(String name, String title, String source, Library library) {
        return new CompiledPeer(name, title, source, Compiler.CXX, library);
    }

    /// Debian's own python3 is taken when it is there, whatever comes first on the path: it is the one that Debian's uvloop
    /// belongs to, and both loops must be compared on the same Python.
    ///
    /// @param loop the module whose loop it runs on
    /// @param version what Python calls that, before its own version, once the module is imported as `loop`
    static Peer python(String loop, String version, String debianPackage) {
        var debian = Path.of("/usr/bin/python3");
        var asks =
                "import platform, %s as loop; print(%s, platform.python_version())"
                        .formatted(loop, version);
        return new ScriptPeer(
                loop,
                loop + ", Python streams",
                "echo.py",
                Files.isExecutable(debian) ? debian.toString() : "python3",
                List.of("-c", asks),
                List.of("-m", "py_compile"),
                debianPackage);
    }

    private static Peer netty(String name, String title, String transport) {
        return new JvmPeer(name, title, "Netty", NettyEcho.class, transport);
    }

    private static Peer vertx(String name, String title, String model) {
        return new JvmPeer(name, title, "Vert.x", VertxEcho.class, model);
    }
}

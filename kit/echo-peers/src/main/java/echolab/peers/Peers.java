package echolab.peers;

import echolab.peers.CompiledPeer.Compiler;
import echolab.peers.CompiledPeer.Library;
import echolab.peers.netty.NettyEcho;
import echolab.peers.vertx.VertxEcho;
import java.util.List;

/// The systems that the steps are compared with. The floor first, then by language.
final class Peers {

    private static final Library EPOLL =
            new Library("gcc", "sys/epoll.h", "__VERSION__", "libc6-dev", List.of());
    private static final Library EPOLL_EACH_TIME =
            new Library(
                    "gcc",
                    "sys/epoll.h",
                    "__VERSION__",
                    "libc6-dev",
                    List.of("-DREGISTERED_ONCE=false"));
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
                    new CompiledPeer(
                            "c-epoll",
                            "C epoll, minimal: the floor",
                            "epoll-minimal.c",
                            Compiler.C,
                            EPOLL),
                    new CompiledPeer(
                            "c-epoll-full", "C epoll, correct", "epoll-full.c", Compiler.C, EPOLL),
                    new CompiledPeer("libuv", "libuv, C callbacks", "libuv.c", Compiler.C, UV),
                    new CompiledPeer(
                            "libevent",
                            "libevent, C bufferevents",
                            "libevent.c",
                            Compiler.C,
                            EVENT),
                    new CompiledPeer(
                            "asio", "Asio, C++20 coroutines", "asio.cpp", Compiler.CXX, ASIO),
                    new CompiledPeer(
                            "cpp20",
                            "C++20 coroutines of our own",
                            "cpp20.cpp",
                            Compiler.CXX,
                            EPOLL),
                    new CompiledPeer(
                            "cpp20-rearm",
                            "C++20, ADD and DEL per wait",
                            "cpp20.cpp",
                            Compiler.CXX,
                            EPOLL_EACH_TIME),
                    new TokioPeer("tokio", "Tokio, Rust async, one thread"),
                    new GoPeer("go", "Go, goroutines, one processor"),
                    new NodePeer("node", "Node.js, a piped stream"),
                    new PythonPeer(
                            "asyncio",
                            "asyncio, Python streams",
                            "'Python', platform.python_version()",
                            "python3"),
                    new PythonPeer(
                            "uvloop",
                            "uvloop, Python streams",
                            "'uvloop', loop.__version__ + ', Python', platform.python_version()",
                            "python3-uvloop"),
                    netty("netty-nio", "Netty on the JDK's selector", "nio"),
                    netty("netty-epoll", "Netty on its own epoll", "epoll"),
                    netty("netty-io_uring", "Netty on io_uring", "io_uring"),
                    vertx("vertx", "Vert.x on its event loop", "event_loop"),
                    vertx("vertx-virtual", "Vert.x on virtual threads", "virtual_thread"));

    private Peers() {}

    private static Peer netty(String name, String title, String transport) {
        return new JvmPeer(name, title, "Netty", NettyEcho.class, transport);
    }

    private static Peer vertx(String name, String title, String model) {
        return new JvmPeer(name, title, "Vert.x", VertxEcho.class, model);
    }
}

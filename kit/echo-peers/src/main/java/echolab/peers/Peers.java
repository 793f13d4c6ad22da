package echolab.peers;

import echolab.peers.CompiledPeer.Compiler;
import echolab.peers.CompiledPeer.Library;
import java.util.List;

/// The systems that the steps are compared with. The floor first, then by language.
final class Peers {

    private static final Library EPOLL =
            new Library("gcc", "sys/epoll.h", "__VERSION__", "libc6-dev", List.of());
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
                    new TokioPeer(),
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
                    new NettyPeer("netty-nio", "Netty on the JDK's selector", "nio"),
                    new NettyPeer("netty-epoll", "Netty on its own epoll", "epoll"),
                    new NettyPeer("netty-io_uring", "Netty on io_uring", "io_uring"));

    private Peers() {}
}

package echolab.peers.netty;

import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringServerSocketChannel;
import java.util.Optional;
import java.util.function.Supplier;

/// How Netty waits for the kernel: by the JDK's selector, or by its own native library for epoll or for io_uring.
enum Transport {
    NIO(() -> null, NioIoHandler::newFactory, NioServerSocketChannel.class),
    EPOLL(Epoll::unavailabilityCause, EpollIoHandler::newFactory, EpollServerSocketChannel.class),
    IO_URING(
            IoUring::unavailabilityCause,
            IoUringIoHandler::newFactory,
            IoUringServerSocketChannel.class);

    private final Supplier<Throwable> unavailable;
    private final Supplier<IoHandlerFactory> handlers;
    private final Class<? extends ServerChannel> serverChannel;

    Transport(
            Supplier<Throwable> unavailable,
            Supplier<IoHandlerFactory> handlers,
            Class<? extends ServerChannel> serverChannel) {
        this.unavailable = unavailable;
        this.handlers = handlers;
        this.serverChannel = serverChannel;
    }

    /// Why this machine does not have it, as Netty says it; empty when it has.
    Optional<String> unavailable() {
        return Optional.ofNullable(unavailable.get()).map(Transport::rootMessage);
    }

    IoHandlerFactory handlers() {
        return handlers.get();
    }

    Class<? extends ServerChannel> serverChannel() {
        return serverChannel;
    }

    private static String rootMessage(Throwable thrown) {
        var root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}

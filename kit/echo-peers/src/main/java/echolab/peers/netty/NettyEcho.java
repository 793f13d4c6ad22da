package echolab.peers.netty;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.Version;
import java.net.InetSocketAddress;
import java.util.Locale;

/// An echo server on Netty 4.2, which shows what an echo costs on each of its three ways to wait.
///
/// ```
/// java -cp … echolab.peers.netty.NettyEcho epoll 8888
/// ```
///
/// Noteworthy: one event loop that accepts and serves. The buffers are Netty's, pooled outside the heap and counted by
/// reference; each read takes one and each write gives it back. Out of descriptors, Netty does not accept for a second.
/// Without a port it prints Netty's version, or why this machine does not have that transport.
public final class NettyEcho {

    private static final int READ_SIZE = 2048;

    private NettyEcho() {}

    public static void main(String[] args) throws InterruptedException {
        Locale.setDefault(Locale.ROOT); // a program reads what we say
        var transport = Transport.valueOf(args[0].toUpperCase(Locale.ROOT));
        if (args.length > 1) {
            serve(transport, Integer.parseInt(args[1]));
        } else {
            var why = transport.unavailable();
            System.out.println(why.orElse(version()));
            System.exit(why.isPresent() ? 1 : 0);
        }
    }

    private static String version() {
        return Version.identify().get("netty-transport").artifactVersion();
    }

    private static void serve(Transport transport, int port) throws InterruptedException {
        var loop = new MultiThreadIoEventLoopGroup(1, transport.handlers());
        var server =
                new ServerBootstrap()
                        .group(loop)
                        .channel(transport.serverChannel())
                        .option(ChannelOption.SO_BACKLOG, 4096)
                        .option(ChannelOption.SO_REUSEADDR, true)
                        .childOption(ChannelOption.TCP_NODELAY, true)
                        .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                        .childOption(
                                ChannelOption.RECVBUF_ALLOCATOR,
                                new FixedRecvByteBufAllocator(READ_SIZE))
                        .childHandler(handler())
                        .bind("127.0.0.1", port)
                        .sync()
                        .channel();
        // Behind the handler that accepts, which is there once the port is bound.
        server.pipeline().addLast(new AcceptFailures());
        var address = (InetSocketAddress) server.localAddress();
        System.out.println("Serving on 127.0.0.1:" + address.getPort());
    }

    private static ChannelInitializer<SocketChannel> handler() {
        var echo = new EchoHandler();
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(SocketChannel channel) {
                channel.pipeline().addLast(echo);
            }
        };
    }
}

package echolab.peers.vertx;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import java.util.Locale;

/// An echo server on Vert.x 5, which shows what an echo costs on its event loop, and in a verticle of virtual threads.
///
/// ```
/// java -cp … echolab.peers.vertx.VertxEcho event_loop 8888
/// ```
///
/// Noteworthy: one event loop, on the JDK's selector as Vert.x does when it is not told otherwise. On it a socket is piped
/// into itself, which pauses reading while the client takes nothing: that is the backpressure. The virtual thread awaits
/// each write instead. Vert.x closes a connection whose client is done with sending, and has no option for it.
/// Without a port it prints the version of Vert.x.
public final class VertxEcho extends VerticleBase {

    private final ThreadingModel model;
    private final int port;

    private VertxEcho(ThreadingModel model, int port) {
        this.model = model;
        this.port = port;
    }

    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT); // a program reads what we say
        if (args.length == 1) {
            System.out.println(Vertx.class.getPackage().getImplementationVersion());
            return;
        }
        var model = ThreadingModel.valueOf(args[0].toUpperCase(Locale.ROOT));
        // no folder for files that nobody serves
        var files = new FileSystemOptions().setFileCachingEnabled(false);
        var options = new VertxOptions().setEventLoopPoolSize(1).setFileSystemOptions(files);
        Vertx.vertx(options)
                .deployVerticle(
                        new VertxEcho(model, Integer.parseInt(args[1])),
                        new DeploymentOptions().setThreadingModel(model))
                .onFailure(VertxEcho::fail)
                // a virtual thread deploys, which would not keep this program alive
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static void fail(Throwable why) {
        System.err.println(why.getMessage());
        System.exit(1);
    }

    @Override
    public Future<?> start() {
        var options =
                new NetServerOptions()
                        .setHost("127.0.0.1")
                        .setPort(port)
                        .setAcceptBacklog(4096)
                        .setTcpNoDelay(true);
        return vertx.createNetServer(options)
                .connectHandler(model == ThreadingModel.VIRTUAL_THREAD ? this::await : this::pipe)
                .listen()
                .onSuccess(server ->
                        System.out.println("Serving on 127.0.0.1:" + server.actualPort()));
    }

    private void pipe(NetSocket socket) {
        socket.pipeTo(socket);
    }

    private void await(NetSocket socket) {
        socket.exceptionHandler(_ -> {}); // the client is gone; there is nobody to tell
        socket.handler(data -> {
            socket.pause();
            Future.await(socket.write(data));
            socket.resume();
        });
    }
}

package echolab.jmh;

import echolab.EchoOptions;
import echolab.EchoServer;
import echolab.EchoStep;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/// The time that one client waits for a message of 106 bytes to go to each step and come back, and the garbage that the
/// step leaves for it. Server and client share a JVM; the client is a blocking channel with direct buffers, and leaves
/// none.
///
/// One client at a time: most of it is one thread waking another, so steps look more alike here than under load (`./lab
/// bench`). The connection that is measured is made before the first iteration, after another has warmed the server: so
/// its garbage is in no figure.
///
/// ```text
/// ./lab jmh StepRoundTrip
/// ```
@Fork(jvmArgsAppend = {Flags.OPEN_THREADS, Flags.NATIVE})
public class StepRoundTrip extends AverageNanoseconds {

    private static final int MESSAGE = 106;
    private static final int WARM_UP = 20_000;

    @Param({"step01", "step02", "step03", "step04", "step05"})
    private String step;

    private final ByteBuffer message = ByteBuffer.allocateDirect(MESSAGE);
    private final ByteBuffer answer = ByteBuffer.allocateDirect(MESSAGE);
    private EchoServer server;
    private SocketChannel client;

    @Setup
    public void connect() throws IOException {
        server =
                EchoStep.all().stream()
                        .filter(known -> known.id().equals(step))
                        .findFirst()
                        .orElseThrow()
                        .start(EchoOptions.defaults());
        client = SocketChannel.open(server.address());
        for (var i = 0; i < WARM_UP; i++) {
            thereAndBack();
        }
        client.close();
        client = SocketChannel.open(server.address());
    }

    @Benchmark
    public void thereAndBack() throws IOException {
        message.clear();
        while (message.hasRemaining()) {
            client.write(message);
        }
        answer.clear();
        while (answer.hasRemaining()) {
            if (client.read(answer) < 0) {
                throw new EOFException(step + " has closed the connection");
            }
        }
    }

    @TearDown
    public void close() throws IOException {
        client.close();
        server.close();
    }
}

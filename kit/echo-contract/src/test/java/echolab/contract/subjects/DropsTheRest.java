package echolab.contract.subjects;

import echolab.EchoOptions;
import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.LinkedBlockingQueue;

/// A server that reads ahead of what it writes, and at the end of a client's stream forgets what it has not written yet.
public final class DropsTheRest extends ThreadsStep {

    @Override
    protected void echo(Socket socket, EchoOptions options) throws IOException {
        var ahead = new LinkedBlockingQueue<byte[]>();
        var writer = Thread.ofVirtual().start(() -> write(socket, ahead));
        var buffer = new byte[options.readBufferSize()];
        var in = socket.getInputStream();
        try {
            for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                ahead.add(Arrays.copyOf(buffer, n));
            }
        } finally {
            writer.interrupt();
        }
    }

    private static void write(Socket socket, LinkedBlockingQueue<byte[]> ahead) {
        try {
            while (true) {
                socket.getOutputStream().write(ahead.take());
            }
        } catch (IOException | InterruptedException _) {
            // the reader says when it is over
        }
    }
}

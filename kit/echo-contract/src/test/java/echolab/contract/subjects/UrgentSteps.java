package echolab.contract.subjects;

import echolab.EchoMain;
import echolab.EchoOptions;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.locks.LockSupport;

/// Servers that take urgent data for what it is not.
public final class UrgentSteps {

    private UrgentSteps() {}

    /// Asks for urgent bytes among the others, and sends them back with them.
    public static final class EchoesUrgentBytes extends ThreadsStep {
        public static void main(String... args) {
            EchoMain.run(new EchoesUrgentBytes(), args);
        }

        @Override
        protected void echo(Socket socket, EchoOptions options) throws IOException {
            socket.setOOBInline(true);
            super.echo(socket, options);
        }
    }

    /// Waits for news at an urgent byte, where a read begins anew, and so never reads what has come behind it. A few ordinary bytes
    /// look like one to it.
    public static final class StopsAtAnUrgentByte extends ThreadsStep {
        @Override
        protected void echo(Socket socket, EchoOptions options) throws IOException {
            socket.setOOBInline(true);
            var in = socket.getInputStream();
            var out = socket.getOutputStream();
            var buffer = new byte[options.readBufferSize()];
            for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                while (buffer[0] == '!' && !socket.isClosed()) {
                    LockSupport.parkNanos(50_000_000);
                }
                out.write(buffer, 0, n);
            }
        }
    }
}

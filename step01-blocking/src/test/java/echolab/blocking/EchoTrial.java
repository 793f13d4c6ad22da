package echolab.blocking;

import echolab.EchoServer;
import echolab.contract.GivenServer;
import echolab.contract.Trial;
import java.io.IOException;
import java.util.Arrays;

/// The test of an echo that was written, tried on a server. It is used by several classes, since the check of an exercise runs
/// classes at once: whoever waits for a silent server keeps no other from being tried.
final class EchoTrial {

    /// What a wrong server answers to what it has read.
    @FunctionalInterface
    interface Answer {
        byte[] to(byte[] read, int reads);
    }

    private EchoTrial() {}

    static EchoServer answers(Answer answer) throws IOException {
        return new GivenServer(client -> {
            var buffer = new byte[8_192];
            var in = client.getInputStream();
            var reads = 0;
            for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                client.getOutputStream().write(answer.to(Arrays.copyOf(buffer, count), ++reads));
            }
        });
    }

    static void accepts(EchoServer server, String which) {
        Trial.accepts(server, which, it -> AllOfItComesBack.examine(it.address()));
    }

    static void refuses(EchoServer server, String which) {
        Trial.refuses(server, which, it -> AllOfItComesBack.examine(it.address()));
    }
}

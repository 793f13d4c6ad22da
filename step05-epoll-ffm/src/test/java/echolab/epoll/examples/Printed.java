package echolab.epoll.examples;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What did an example print? Takes the place of standard output while it runs.
final class Printed {

    /// The code of an example.
    interface Example {
        void run() throws Exception;
    }

    private Printed() {}

    static List<String> by(Example example) throws Exception {
        var bytes = new ByteArrayOutputStream();
        var original = System.out;
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            example.run();
        } finally {
            System.setOut(original);
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}

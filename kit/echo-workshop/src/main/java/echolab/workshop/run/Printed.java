package echolab.workshop.run;

import echolab.workshop.Todo;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// What a test has printed. A participant who looks for a mistake with `System.out.println` wants to see it, beside the
/// test that printed it. The first part is kept; a loop that prints for ever must not fill the memory.
final class Printed extends OutputStream {

    private static final int MOST = 4_000;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /// From now on, all that is printed in this JVM comes here, and so does what ends a thread.
    void takeOver() {
        var stream = new PrintStream(this, true, StandardCharsets.UTF_8);
        System.setOut(stream);
        System.setErr(stream);
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {
            if (!(thrown instanceof Todo)) {
                stream.println(
                        "the thread %s ended with %s%s"
                                .formatted(thread.getName(), thrown, at(thrown)));
            }
        });
    }

    private static String at(Throwable thrown) {
        var places = TestListener.places(thrown.getStackTrace());
        return places.isEmpty() ? "" : " at " + places.getFirst();
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] from, int offset, int length) {
        bytes.write(from, offset, Math.min(length, Math.max(0, MOST - bytes.size())));
    }

    /// What came since the last call.
    synchronized String taken() {
        var text = bytes.toString(StandardCharsets.UTF_8);
        bytes.reset();
        return text;
    }
}

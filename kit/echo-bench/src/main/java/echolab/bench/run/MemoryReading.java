package echolab.bench.run;

import echolab.bench.result.Memory;
import echolab.process.JavaHeap;
import echolab.process.ServerProcess;
import java.io.IOException;
import java.util.OptionalLong;

/// What a process holds when it has come to rest.
final class MemoryReading {

    private static final long SAME = 64 << 10;
    private static final int MOST_LOOKS = 20;
    private static final long BETWEEN_LOOKS_MILLIS = 100;

    private MemoryReading() {}

    /// Collects the garbage of a JVM, then waits until the memory in RAM stays the same.
    static Memory of(ServerProcess server) throws IOException {
        var heap = JavaHeap.liveBytes(server.pid());
        return new Memory(atRest(server), heap, server.figures().threads());
    }

    /// A server that has accepted its connections may still be giving memory back, or a compiler of its JVM be at work.
    private static OptionalLong atRest(ServerProcess server) throws IOException {
        var last = server.figures().residentBytesExactly();
        for (var look = 0; look < MOST_LOOKS && last.isPresent(); look++) {
            Contender.pause(BETWEEN_LOOKS_MILLIS);
            var now = server.figures().residentBytesExactly();
            if (now.isPresent() && Math.abs(now.getAsLong() - last.getAsLong()) < SAME) {
                return now;
            }
            last = now;
        }
        return last;
    }
}

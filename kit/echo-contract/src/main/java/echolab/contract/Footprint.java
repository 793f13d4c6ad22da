package echolab.contract;

import echolab.process.ProcessFigures;
import java.time.Duration;

/// What a server's process holds for its clients: once they have left, it holds as much as before they came.
///
/// @param descriptors that are open; 0 where the system does not tell
/// @param threads of the operating system; 0 where it does not tell
record Footprint(long descriptors, long threads) {

    /// A JVM opens a file when it first needs it, and starts a compiler or a carrier thread and ends it when it likes. Who forgets
    /// connections forgets more.
    private static final int SPARE = 16;

    /// As it is now.
    static Footprint of(ProcessFigures figures) {
        return new Footprint(figures.descriptors().orElse(0), figures.threads().orElse(0));
    }

    /// Waits until a process is as it was.
    ///
    /// @param when in the message, for example "after the last conversation"
    void expectAgain(ProcessFigures figures, String when, Duration patience) {
        Patience.until(
                patience,
                () -> holds(of(figures)),
                () -> "%s the server has %s, and had %s before".formatted(when, of(figures), this));
    }

    private boolean holds(Footprint now) {
        return now.descriptors <= descriptors + SPARE && now.threads <= threads + SPARE;
    }

    @Override
    public String toString() {
        return "%s descriptors and %s threads".formatted(descriptors, threads);
    }
}

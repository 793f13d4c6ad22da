package echolab.trace;

import java.util.List;
import java.util.Optional;

/// What happens in one row of the picture.
sealed interface Moment {

    /// A client does something.
    record Client(ClientEvent event) implements Moment {}

    /// A thread calls, or a call returns.
    record Calling(Lane lane, Call call, Stage stage) implements Moment {}

    /// Calls in a row that have nothing to do with an echo.
    record Minor(Lane lane, List<Call> calls) implements Moment {}

    /// A call that was over before anything else happened has one row, any other has two; the first of them is missing when
    /// it began before the picture, the second when it ended after it.
    enum Stage {
        WHOLE,
        BEGIN,
        END
    }

    /// When, µs since the epoch.
    default long micros() {
        return switch (this) {
            case Client(var event) -> event.micros();
            case Calling(_, var call, var stage) -> stage == Stage.END ? call.end() : call.start();
            case Minor(_, var calls) -> calls.getFirst().start();
        };
    }

    /// Which thread's; empty when it is a client's.
    default Optional<Lane> thread() {
        return switch (this) {
            case Client _ -> Optional.empty();
            case Calling(var lane, _, _) -> Optional.of(lane);
            case Minor(var lane, _) -> Optional.of(lane);
        };
    }
}

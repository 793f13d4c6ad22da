package echolab.trace;

import java.util.List;
import java.util.Optional;

/// What happens in one row of the picture.
sealed interface Moment {

    /// When, µs since the epoch.
    long micros();

    /// Which thread's; empty when it is a client's.
    default Optional<Lane> thread() {
        return switch (this) {
            case Client _ -> Optional.empty();
            case Enter(var lane, _) -> Optional.of(lane);
            case Return(var lane, _) -> Optional.of(lane);
            case Quick(var lane, _) -> Optional.of(lane);
            case Minor(var lane, _) -> Optional.of(lane);
        };
    }

    /// A client does something.
    record Client(ClientEvent event) implements Moment {

        @Override
        public long micros() {
            return event.micros();
        }
    }

    /// A thread calls, and other things happen before the call returns.
    record Enter(Lane lane, Call call) implements Moment {

        @Override
        public long micros() {
            return call.start();
        }
    }

    /// A call returns that was seen to begin in an earlier row, or before the picture.
    record Return(Lane lane, Call call) implements Moment {

        @Override
        public long micros() {
            return call.end();
        }
    }

    /// A call that was over before anything else happened.
    record Quick(Lane lane, Call call) implements Moment {

        @Override
        public long micros() {
            return call.start();
        }
    }

    /// Calls in a row that have nothing to do with an echo.
    record Minor(Lane lane, List<Call> calls) implements Moment {

        @Override
        public long micros() {
            return calls.getFirst().start();
        }
    }
}

package echolab.bench.result;

import java.util.List;
import java.util.Optional;

/// What every result says of a server.
public sealed interface MeasuredServer permits TargetResult, IdleTarget, AbTarget, RateTarget {

    /// What it is called, for example `step02`.
    String name();

    /// Its name for people, for example `NIO selector`.
    String title();

    /// Of what it is made with, for example `libuv 1.44.2`; empty for a step, whose version is the commit.
    Optional<String> version();

    /// How it was started, before pinning and without the folders of the machine.
    List<String> command();

    /// Why it dropped out, with its last lines of output; empty when it did not.
    Optional<String> failure();

    /// Who could do no more; empty where nobody looked.
    default Optional<Bottleneck> bottleneck() {
        return Optional.empty();
    }

    /// Whether the load generator could do no more, and the server could.
    default boolean clientBound() {
        return bottleneck().equals(Optional.of(Bottleneck.CLIENT));
    }
}

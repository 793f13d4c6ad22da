package echolab.bench.load;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.OptionalLong;

/// What a load process answers: a [JsonLine] on its standard output for each [Request].
@JsonTypeInfo(use = JsonTypeInfo.Id.MINIMAL_CLASS)
public sealed interface Answer {

    record Done() implements Answer {}

    /// @param why a sentence
    record Failed(String why) implements Answer {}

    /// What a slice brought, and what it cost the load process.
    ///
    /// @param cpuNanos CPU time of the load process, all its threads, without what an open loop spent looking at the clock;
    ///     empty where the system does not tell; of several processes, of those on the CPU that they used most: they can do no more once it is busy
    /// @param waitNanos how long its threads were ready and had no CPU; empty where the system does not tell; of several, of the same ones
    /// @param each CPU time of each process, where there are several: none in an answer, since one does not know of another
    record Seen(Figures figures, OptionalLong cpuNanos, OptionalLong waitNanos, List<Long> each)
            implements Answer {

        Seen(Figures figures, OptionalLong cpuNanos, OptionalLong waitNanos) {
            this(figures, cpuNanos, waitNanos, List.of());
        }

        /// With what another process saw of the same server at the same time.
        Seen onTheSameCpu(Seen other) {
            return new Seen(
                    figures.plus(other.figures),
                    sum(cpuNanos, other.cpuNanos),
                    sum(waitNanos, other.waitNanos));
        }

        /// The same.
        Seen onAnother(Seen other) {
            var busier = cpuNanos.orElse(0) < other.cpuNanos.orElse(0) ? other : this;
            return new Seen(figures.plus(other.figures), busier.cpuNanos, busier.waitNanos);
        }

        private static OptionalLong sum(OptionalLong one, OptionalLong other) {
            return one.isPresent() && other.isPresent()
                    ? OptionalLong.of(one.getAsLong() + other.getAsLong())
                    : OptionalLong.empty();
        }
    }
}

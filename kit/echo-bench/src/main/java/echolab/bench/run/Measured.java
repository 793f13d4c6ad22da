package echolab.bench.run;

import echolab.bench.result.Faults;
import echolab.bench.result.Role;
import echolab.bench.result.Slice;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;

/// What was seen of one server so far: all that [Analysis] needs.
record Measured(
        Target target,
        Role role,
        Optional<String> failure,
        Faults faults,
        List<Slice> cold,
        List<Slice> slices,
        Histogram latency,
        OptionalLong residentBytes,
        OptionalLong threads) {}

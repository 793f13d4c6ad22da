package echolab.bench.result;

import java.util.OptionalLong;

/// What others took from server and load in a slice. Each is empty where the system does not tell.
///
/// @param serverWaitNanos how long threads of the server were ready and had no CPU, summed over them: they wait for each other, too
/// @param loadWaitNanos the same of the load process
/// @param withheldNanos for how long the machine kept the CPUs of both from us: the hypervisor, or a quota
public record Interference(
        OptionalLong serverWaitNanos, OptionalLong loadWaitNanos, OptionalLong withheldNanos) {}

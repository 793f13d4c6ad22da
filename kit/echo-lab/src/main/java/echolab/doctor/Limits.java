package echolab.doctor;

import echolab.process.Digits;
import java.util.stream.Stream;

/// How much load the machine bears: cores, memory, descriptors and ports.
final class Limits {

    /// The contract opens 5,000 connections at once, both ends of each in one process, and needs some files besides.
    private static final long DESCRIPTORS_WANTED = 11_000;

    /// Below this not even a JVM with a hundred connections has enough.
    private static final long DESCRIPTORS_NEEDED = 512;

    /// The contract connects and closes 10,000 times; each leaves its port in TIME_WAIT for a minute.
    private static final int PORTS_WANTED = 12_000;

    private static final int PORTS_NEEDED = 2_000;

    private Limits() {}

    static Diagnosis cores(ExaminedMachine machine) {
        return Diagnosis.good("cores", machine.cores() + " for this process")
                .limitedIf(
                        machine.cores() < 2,
                        "servers and load share one core, so that they measure each other: compare CPU per echo, not throughput");
    }

    static Diagnosis memory(ExaminedMachine machine) {
        var gib = (double) machine.memory() / ExaminedMachine.GIB;
        return Diagnosis.good("memory", Digits.in("%.1f GiB", gib))
                .brokenIf(gib < 1, "the build and a benchmark need 2 GiB")
                .limitedIf(gib < 2, "enough for the tests of one step; a benchmark needs 2 GiB");
    }

    static Diagnosis descriptors(ExaminedMachine machine) {
        if (machine.descriptorLimit().isEmpty()) {
            return Diagnosis.limited(
                    "descriptors",
                    "limit not known",
                    "each connection takes one a side: many connections may fail");
        }
        var limit = machine.descriptorLimit().getAsLong();
        var advice = "raise it with: ulimit -n %s".formatted(DESCRIPTORS_WANTED);
        var why = advice + " (the contract opens 5,000 connections)";
        return Diagnosis.good("descriptors", Digits.in("%,d a process", limit))
                .brokenIf(limit < DESCRIPTORS_NEEDED, advice)
                .limitedIf(limit < DESCRIPTORS_WANTED, why);
    }

    /// Ports that the system may give to a client of loopback, without those in use or in TIME_WAIT.
    static Diagnosis ports(ExaminedMachine machine) {
        var range = machine.lines("proc/sys/net/ipv4/ip_local_port_range");
        if (range.isEmpty()) {
            return Diagnosis.limited(
                    "ports",
                    "range not known",
                    "when connections fail with EADDRNOTAVAIL, wait a minute");
        }
        var ends = Stream.of(range.getFirst().strip().split("\\s+")).map(Integer::valueOf).toList();
        var all = ends.getLast() - ends.getFirst() + 1;
        var free = all - portsTaken(machine, ends.getFirst(), ends.getLast());
        var seen = Digits.in("%,d of %,d free for outgoing connections", free, all);
        var advice =
                "wait a minute for those in TIME_WAIT, or widen net.ipv4.ip_local_port_range with sysctl";
        return Diagnosis.good("ports", seen)
                .brokenIf(free < PORTS_NEEDED, advice)
                .limitedIf(free < PORTS_WANTED, advice);
    }

    /// The second field of a line of `/proc/net/tcp` is the local address and port, in hexadecimal: `0100007F:1F90`.
    private static long portsTaken(ExaminedMachine machine, int first, int last) {
        return Stream.of("proc/net/tcp", "proc/net/tcp6")
                .flatMap(file -> machine.lines(file).stream().skip(1))
                .map(line -> line.strip().split("\\s+")[1])
                .mapToInt(local -> Integer.parseInt(local.substring(local.indexOf(':') + 1), 16))
                .filter(port -> port >= first && port <= last)
                .distinct()
                .count();
    }
}

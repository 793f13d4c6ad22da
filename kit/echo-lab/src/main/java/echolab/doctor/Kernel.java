package echolab.doctor;

import echolab.process.Digits;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// What the kernel forbids or rations. Looked at on Linux, where it says so: `strace -p`, and the limits of a
/// container.
final class Kernel {

    /// `CAP_SYS_PTRACE` in `linux/capability.h`.
    private static final int SYS_PTRACE = 19;

    private Kernel() {}

    /// Yama's switch, `ptrace_scope`: from 1 on `strace -p` needs `CAP_SYS_PTRACE`, and at 3 it never works
    /// (`Documentation/admin-guide/LSM/Yama.rst`).
    static Optional<Diagnosis> ptrace(ExaminedMachine machine) {
        return number(machine, "proc/sys/kernel/yama/ptrace_scope")
                .map(scope -> {
                    var seen = "kernel.yama.ptrace_scope is " + scope;
                    if (scope == 0 || scope < 3 && has(machine, SYS_PTRACE)) {
                        return Diagnosis.good("ptrace", seen);
                    }
                    return Diagnosis.limited(
                            "ptrace",
                            seen + ", so that strace sees no running server",
                            scope < 3
                                    ? "./lab trace and syscalls need root, in a container --cap-add SYS_PTRACE, or: sysctl -w kernel.yama.ptrace_scope=0"
                                    : "it stays so until the machine is booted with another value");
                });
    }

    private static boolean has(ExaminedMachine machine, int capability) {
        return machine.lines("proc/self/status").stream()
                .filter(line -> line.startsWith("CapEff:"))
                .map(line -> line.substring("CapEff:".length()).strip())
                .anyMatch(bits -> (Long.parseUnsignedLong(bits, 16) >> capability & 1) == 1);
    }

    /// The limits of our control group, version 2, and of those above it: the tightest counts
    /// (`Documentation/admin-guide/cgroup-v2.rst`).
    static Optional<Diagnosis> cgroup(ExaminedMachine machine) {
        var cores =
                groups(machine)
                        .flatMap(group -> machine.lines(group + "/cpu.max").stream())
                        .filter(line -> !line.startsWith("max"))
                        .map(line -> line.strip().split(" "))
                        .map(quota -> Double.parseDouble(quota[0]) / Double.parseDouble(quota[1]))
                        .min(Double::compare);
        var memory =
                groups(machine)
                        .flatMap(group -> number(machine, group + "/memory.max").stream())
                        .min(Long::compare);
        var limits =
                Stream.of(
                                cores.map(n -> Digits.in("CPU time of %.1f cores", n)),
                                memory.map(bytes ->
                                        Digits.in(
                                                "%.1f GiB of memory",
                                                (double) bytes / ExaminedMachine.GIB)))
                        .flatMap(Optional::stream)
                        .toList();
        if (limits.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Diagnosis.good("cgroup", String.join(", ", limits))
                        .limitedIf(
                                cores.isPresent(),
                                "who has used up a period's share stands still until the next: measure without that limit (cpu.max)"));
    }

    /// The folders of our group and of those that it lies in, down to the root.
    private static Stream<String> groups(ExaminedMachine machine) {
        return machine.lines("proc/self/cgroup").stream()
                .filter(line -> line.startsWith("0::/"))
                .limit(1)
                .map(line -> Path.of(line.substring("0::/".length())).normalize())
                .map(Path.of("sys/fs/cgroup")::resolve)
                .flatMap(
                        ours -> Stream.iterate(ours, it -> it.getNameCount() >= 3, Path::getParent))
                .map(Path::toString);
    }

    /// Empty where the file is not there, or holds a word such as `max`.
    private static Optional<Long> number(ExaminedMachine machine, String file) {
        return machine.lines(file).stream()
                .map(String::strip)
                .filter(line -> line.matches("\\d+"))
                .map(Long::valueOf)
                .findFirst();
    }
}

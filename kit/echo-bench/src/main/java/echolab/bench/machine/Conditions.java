package echolab.bench.machine;

import static echolab.process.KernelFile.read;

import echolab.process.KernelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How the kernel runs the CPUs of a machine, which moves every figure that is measured on it. Each is empty where the system does not tell.
///
/// @param governor what sets the clock rate of the first CPU, for example `performance`
/// @param smt whether two threads share a core
/// @param quotaCpus how many CPUs the control group may use up, as a number with a fraction (cgroup v2); empty without a limit, too
/// @param clockSource what the kernel tells the time by, for example `tsc`
/// @param mitigations which faults of the CPU the kernel works around, each of which costs
/// @param interruptsApart whether time in interrupts is counted as such, and not as that of the thread that they met
public record Conditions(
        Optional<String> governor,
        Optional<Boolean> smt,
        OptionalDouble quotaCpus,
        Optional<String> clockSource,
        List<String> mitigations,
        Optional<Boolean> interruptsApart) {

    private static final int IRQ = 6;
    private static final int SOFTIRQ = 7;

    static Conditions here() {
        return below(Path.of("/"));
    }

    /// @param root of the file system, where `sys` and `proc` are
    static Conditions below(Path root) {
        var cpus = root.resolve("sys/devices/system/cpu");
        return new Conditions(
                read(cpus.resolve("cpu0/cpufreq/scaling_governor")),
                read(cpus.resolve("smt/active")).map("1"::equals),
                quota(root),
                read(
                        root.resolve(
                                "sys/devices/system/clocksource/clocksource0/current_clocksource")),
                mitigations(cpus.resolve("vulnerabilities")),
                read(root.resolve("proc/stat")).map(Conditions::countsInterrupts));
    }

    /// For people: all that is known.
    public String said() {
        return Stream.of(
                        governor.map("governor "::concat),
                        smt.map(on -> on ? "SMT on" : "no SMT"),
                        quotaCpus.stream()
                                .mapToObj(cpus -> "a quota of " + cpus + " CPUs")
                                .findAny(),
                        clockSource.map("clock "::concat),
                        Optional.of(String.join(", ", mitigations))
                                .filter(names -> !names.isEmpty())
                                .map("mitigations of "::concat),
                        interruptsApart.map(apart ->
                                apart
                                        ? "interrupts counted apart"
                                        : "interrupts counted as of whom they met"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
    }

    private static OptionalDouble quota(Path root) {
        var words = KernelFile.ofControlGroup(root, "cpu.max").orElse("max").split(" ");
        return words[0].equals("max")
                ? OptionalDouble.empty()
                : OptionalDouble.of(Double.parseDouble(words[0]) / Double.parseDouble(words[1]));
    }

    private static List<String> mitigations(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> read(file).orElse("").startsWith("Mitigation"))
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    /// Some has been counted since the machine was started, if any is.
    private static boolean countsInterrupts(String stat) {
        var words = stat.lines().findFirst().orElse("").split(" +");
        return words.length > SOFTIRQ && !(words[IRQ] + words[SOFTIRQ]).equals("00");
    }
}

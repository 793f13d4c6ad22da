package echolab.doctor;

import java.util.ArrayList;
import java.util.List;

/// What one look at the machine found.
///
/// @param level whether it stands in the way
/// @param subject what was looked at, in a word or two
/// @param seen what was found, with its figure
/// @param advice what to do about it; empty when there is nothing to do
public record Diagnosis(Level level, String subject, String seen, String advice) {

    /// Whether something stands in the way. Each level has a sign of its own, for whoever does not see the colour.
    public enum Level {
        GOOD("@|green ✔|@"),
        LIMITED("@|yellow !|@"),
        BROKEN("@|red ✘|@");

        private final String sign;

        Level(String sign) {
            this.sign = sign;
        }

        /// In picocli's markup.
        public String sign() {
            return sign;
        }
    }

    /// What there is to say of a machine, in the order in which a person would ask: the tools, then the limits, then what is optional.
    public static List<Diagnosis> all(ExaminedMachine machine) {
        var findings = new ArrayList<Diagnosis>();
        findings.add(Tools.system(machine));
        findings.add(Tools.jdk(machine));
        findings.add(Tools.maven(machine));
        findings.add(Limits.cores(machine));
        findings.add(Limits.memory(machine));
        findings.add(Limits.descriptors(machine));
        findings.add(Limits.ports(machine));
        Kernel.cgroup(machine).ifPresent(findings::add);
        Kernel.ptrace(machine).ifPresent(findings::add);
        findings.addAll(Packages.look(machine));
        return List.copyOf(findings);
    }

    /// Nothing is to be done, unless one of the two below says so; the first that does counts.
    static Diagnosis good(String subject, String seen) {
        return new Diagnosis(Level.GOOD, subject, seen, "");
    }

    Diagnosis brokenIf(boolean it, String advice) {
        return it && level == Level.GOOD
                ? new Diagnosis(Level.BROKEN, subject, seen, advice)
                : this;
    }

    Diagnosis limitedIf(boolean it, String advice) {
        return it && level == Level.GOOD
                ? new Diagnosis(Level.LIMITED, subject, seen, advice)
                : this;
    }

    static Diagnosis limited(String subject, String seen, String advice) {
        return good(subject, seen).limitedIf(true, advice);
    }
}

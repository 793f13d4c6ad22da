package echolab.doctor;

import java.util.ArrayList;
import java.util.List;

/// Examines whether this machine is fit for the course: looks at one thing after another and says what to do about
/// those that are not as they should be.
public final class Doctor {

    private Doctor() {}

    /// All findings, in the order in which a person would ask: the tools, then the limits, then what is optional.
    public static List<Diagnosis> examine(ExaminedMachine machine) {
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
}

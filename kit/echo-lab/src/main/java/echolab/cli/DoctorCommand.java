package echolab.cli;

import echolab.cli.command.LabCommand;
import echolab.doctor.Diagnosis;
import echolab.doctor.Diagnosis.Level;
import echolab.doctor.ExaminedMachine;
import picocli.CommandLine.Command;

/// `lab doctor`: prints a line a finding; fails only when one of them stands in the way.
@Command(
        name = "doctor",
        description = "Checks the JDK, limits and programs of this machine.",
        footer = {
            "",
            "✔ good   ! works, with a limit   ✘ has to be mended; the exit code is then 1"
        })
public final class DoctorCommand extends LabCommand {

    @Override
    public Integer call() {
        var findings = Diagnosis.all(ExaminedMachine.thisOne());
        findings.forEach(this::show);
        return findings.stream().anyMatch(f -> f.level() == Level.BROKEN) ? 1 : 0;
    }

    private void show(Diagnosis finding) {
        var sign = ansi().text(finding.level().sign());
        print("%s %-12s %s".formatted(sign, finding.subject(), finding.seen()));
        if (!finding.advice().isEmpty()) {
            print("               → " + finding.advice());
        }
    }
}

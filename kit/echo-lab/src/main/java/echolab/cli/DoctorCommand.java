package echolab.cli;

import echolab.doctor.Doctor;
import echolab.doctor.Finding;
import echolab.doctor.Finding.Level;
import echolab.doctor.Machine;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `lab doctor`: prints a line a finding; fails only when one of them stands in the way.
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Checks the JDK, limits and programs of this machine.",
        footer = {
            "",
            "✔ good   ! works, with a limit   ✘ has to be mended; the exit code is then 1"
        })
final class DoctorCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        var findings = Doctor.examine(Machine.thisOne());
        print(findings);
        return findings.stream().anyMatch(f -> f.level() == Level.BROKEN) ? 1 : 0;
    }

    private void print(List<Finding> findings) {
        var out = spec.commandLine().getOut();
        var ansi = spec.commandLine().getColorScheme().ansi();
        for (var finding : findings) {
            out.println(line(ansi, finding));
            if (!finding.advice().isEmpty()) {
                out.println("               → " + finding.advice());
            }
        }
        out.flush();
    }

    private static String line(Ansi ansi, Finding finding) {
        var sign =
                ansi.text("@|%s %s|@".formatted(finding.level().colour(), finding.level().sign()));
        return "%s %-12s %s".formatted(sign, finding.subject(), finding.seen());
    }
}

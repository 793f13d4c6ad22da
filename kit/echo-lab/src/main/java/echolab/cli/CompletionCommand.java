package echolab.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `lab completion`: what a shell has to know to complete what is typed.
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Prints a script that lets bash or zsh complete commands and options.",
        footer = {
            "",
            "  source <(./lab completion)       for this shell",
            "",
            "It completes lab and ./lab; for every shell to come, put what it prints into a file,",
            "and a line that sources that file into ~/.bashrc or ~/.zshrc."
        })
final class CompletionCommand implements Runnable {

    @Spec private CommandSpec spec;

    @Override
    public void run() {
        var out = spec.commandLine().getOut();
        out.print(AutoComplete.bash("lab", spec.root().commandLine()));
        out.flush();
    }
}

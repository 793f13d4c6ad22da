package echolab.cli;

import echolab.cli.command.LabCommand;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

/// `lab completion`: what a shell has to know to complete what is typed.
@Command(
        name = "completion",
        description = "Prints a script that lets bash or zsh complete commands and options.",
        footer = {
            "",
            "  source <(./lab completion)       for this shell",
            "",
            "It completes lab and ./lab; for every shell to come, put what it prints into a file,",
            "and a line that sources that file into ~/.bashrc or ~/.zshrc."
        })
public final class CompletionCommand extends LabCommand {

    @Override
    public Integer call() {
        show(AutoComplete.bash("lab", spec().root().commandLine()));
        return 0;
    }
}

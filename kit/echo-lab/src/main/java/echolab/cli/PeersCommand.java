package echolab.cli;

import echolab.bench.Target;
import echolab.peers.Peer;
import echolab.peers.Presence;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `lab peers`: which other systems are there to compare with, and what do the others lack?
@Command(
        name = "peers",
        mixinStandardHelpOptions = true,
        description = "Lists the other systems to compare with: their versions, or what they lack.",
        footer = {
            "",
            "They are built when they are first used. lab bench --peers measures them, lab contract",
            "NAME holds one against the contract."
        })
final class PeersCommand implements Callable<Integer> {

    private static final int WIDTH = 80;

    @Spec private CommandSpec spec;

    @Option(names = "--build", description = "Build all of them now; Tokio takes half a minute.")
    private boolean build;

    @Override
    public Integer call() throws IOException {
        var out = spec.commandLine().getOut();
        if (build) {
            var targets = new Targets(out::println);
            for (var name : targets.installed(Targets.peers())) {
                Targets.peer(name).orElseThrow().build(targets.builds(Target.JVM_FLAGS));
            }
        }
        out.print(table(spec.commandLine().getColorScheme().ansi()));
        out.flush();
        return 0;
    }

    private static String table(Ansi ansi) {
        var table =
                TextTable.forColumns(
                        new picocli.CommandLine.Help.ColorScheme.Builder(ansi).build(),
                        new Column(16, 0, Overflow.TRUNCATE),
                        new Column(30, 0, Overflow.WRAP),
                        new Column(WIDTH - 16 - 30, 0, Overflow.WRAP));
        for (var peer : Peer.all()) {
            table.addRowValues(peer.name(), peer.title(), seen(peer));
        }
        return table.toString();
    }

    private static String seen(Peer peer) {
        return switch (peer.presence()) {
            case Presence.Here(var version) -> version;
            case Presence.Missing(var why) -> "@|yellow " + why + "|@";
        };
    }
}

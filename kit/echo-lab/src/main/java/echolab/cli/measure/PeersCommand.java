package echolab.cli.measure;

import echolab.cli.command.KnownServers;
import echolab.cli.command.LabCommand;
import echolab.peers.Peer;
import echolab.peers.Presence;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Option;

/// `lab peers`: lists the other systems to compare with, and what those that cannot be built here lack.
@Command(
        name = "peers",
        description = "Lists the other systems to compare with: their versions, or what they lack.",
        footer = {
            "",
            "They are built when they are first used. lab bench --peers measures them, lab contract",
            "NAME holds one against the contract."
        })
public final class PeersCommand extends LabCommand {

    private static final int WIDTH = 80;

    @Option(names = "--build", description = "Build all of them now; Tokio takes half a minute.")
    private boolean build;

    @Override
    public Integer call() throws IOException {
        if (build) {
            var servers = new KnownServers(this::print);
            for (var peer : servers.installed(KnownServers.peers())) {
                peer.measured().make();
            }
        }
        show(table(ansi()));
        return 0;
    }

    private static String table(Ansi ansi) {
        var table =
                TextTable.forColumns(
                        new ColorScheme.Builder(ansi).build(),
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

package echolab.trace;

import echolab.bench.machine.Machine;
import echolab.bench.machine.Revision;
import java.util.List;
import java.util.Optional;

/// All that `lab syscalls` says: the JSON file is this record, and the table is made from it.
///
/// @param version of this layout
/// @param kind always `syscalls`: a reader of result files tells them apart by it
/// @param date when it began, ISO 8601, UTC
/// @param commandLine the words that made this result, `./lab` first; empty when no command line did
/// @param machine where it was counted
/// @param revision the commit that was counted; empty outside a git repository
/// @param connections to each server, all busy
/// @param payloadBytes bytes of a message
/// @param rounds in each of which every connection sends a message and waits for its echo
/// @param targets the servers, in the order in which they were asked for
public record SyscallsResult(
        int version,
        String kind,
        String date,
        List<String> commandLine,
        Machine machine,
        Optional<Revision> revision,
        int connections,
        int payloadBytes,
        int rounds,
        List<Counted> targets) {

    public static final int VERSION = 1;
    public static final String KIND = "syscalls";
}

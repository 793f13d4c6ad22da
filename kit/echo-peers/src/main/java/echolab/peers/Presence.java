package echolab.peers;

import java.util.List;
import java.util.Optional;

/// Whether what a peer needs is on this machine.
public sealed interface Presence {

    /// It is.
    ///
    /// @param version of what is compared, for example `libuv 1.44.2`
    record Here(String version) implements Presence {}

    /// It is not.
    ///
    /// @param why half a sentence: what is not there, and what to do about it
    record Missing(String why) implements Presence {

        /// @param what is not there, for example `no C compiler`
        /// @param packages of Debian that bring it
        static Missing of(String what, List<String> packages) {
            return new Missing(
                    "%s; install the package%s %s to have it"
                            .formatted(
                                    what,
                                    packages.size() == 1 ? "" : "s",
                                    String.join(" and ", packages)));
        }

        public String sentence(Peer peer) {
            return peer.name() + " is left out: " + why;
        }
    }

    /// Missing where the system is not Linux, for what only Linux has.
    static Optional<Presence> needsLinux(String what) {
        return System.getProperty("os.name").equals("Linux")
                ? Optional.empty()
                : Optional.of(new Missing(what + " is a part of Linux"));
    }
}

package echolab.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import echolab.peers.CompiledPeer.Compiler;
import echolab.peers.CompiledPeer.Library;
import echolab.process.Programs;
import echolab.process.Tool;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What is said of a peer that lacks something?
@Timeout(300)
class PresenceTest {

    @Test
    void a_library_that_is_missing_is_a_sentence_that_names_the_Debian_package() {
        assumeTrue(Programs.onPath("gcc"), "no gcc; install the package gcc");
        var library = new Library("libfoo", "no/such.h", "FOO", "libfoo-dev", List.of("-lfoo"));
        var peer = new CompiledPeer("foo", "Foo", "foo.c", Compiler.C, library);

        assertThat(sentence(peer))
                .isEqualTo(
                        "foo is left out: no no/such.h; install the package libfoo-dev to have it");
    }

    @Test
    void a_Python_module_that_is_missing_is_a_sentence_that_names_the_Debian_package() {
        assumeTrue(
                Tool.of("python3", "--version").run().succeeded(),
                "no python3; install the package python3");
        var peer = Peers.python("no_such_loop", "'none'", "python3-no-such-loop");

        assertThat(sentence(peer))
                .startsWith("no_such_loop is left out: no no_such_loop for ")
                .endsWith("; install the package python3-no-such-loop to have it");
    }

    @Test
    void several_packages_are_named_in_one_sentence() {
        assertThat(Presence.Missing.of("nothing", List.of("a", "b", "c")).why())
                .isEqualTo("nothing; install the packages a and b and c to have it");
    }

    @Test
    void a_version_that_is_counted_in_one_number_is_told_as_people_write_it() {
        assumeTrue(Programs.onPath("gcc"), "no gcc; install the package gcc");
        var library = new Library("Foo", "stddef.h", "102201", "libc6-dev", List.of());
        var peer = new CompiledPeer("foo", "Foo", "foo.c", Compiler.C, library);

        assertThat(peer.presence()).isEqualTo(new Presence.Here("Foo 1.22.1"));
    }

    private static String sentence(Peer peer) {
        return ((Presence.Missing) peer.presence()).sentence(peer);
    }
}

package echolab.epoll.linux;

import java.util.Set;

/// Can this program call epoll where it runs? A class of its own, because the others of this package look their functions up when they are loaded.
public final class Platform {

    private Platform() {}

    /// @throws UnsupportedOperationException where there is no epoll, or no way to call it: what to do about it
    public static void requireEpoll() {
        var system = System.getProperty("os.name");
        var machine = System.getProperty("os.arch");
        if (!system.equals("Linux") || !Set.of("amd64", "aarch64").contains(machine)) {
            throw new UnsupportedOperationException(
                    "the loop calls Linux's epoll and this is %s on %s: run it on Linux (x86-64 or aarch64), or take step 04, which runs everywhere"
                            .formatted(system, machine));
        }
        try {
            SystemCall.of("getpid", 0);
        } catch (IllegalCallerException e) {
            throw new UnsupportedOperationException(
                    "the loop calls Linux by FFM, and this JVM denies it (%s): start it by java -jar, or with the flag --enable-native-access=ALL-UNNAMED (in an IDE: as VM option of the run configuration)"
                            .formatted(e.getMessage()),
                    e);
        }
    }
}

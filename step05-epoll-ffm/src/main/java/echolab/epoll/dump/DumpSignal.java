package echolab.epoll.dump;

import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/// How does one ask a server that runs what its tasks do? `kill -USR1 PID`: the answer comes on its standard error.
///
/// Why this signal: the JVM takes `QUIT` for its own thread dump (which does not know our tasks), `HUP`, `INT` and `TERM` to
/// end, and **`USR2` to stop its threads for a moment**, which Flight Recorder's sampling needs. `USR1` it leaves alone;
/// `grep SigCgt /proc/PID/status` shows which ones a process has taken. A signal needs no port, no file and no protection:
/// the kernel lets only the server's own user send it. Without this class, `USR1` ends a program.
///
/// Why reflection: `sun.misc.Signal` (module `jdk.unsupported`) is the only way to take a signal in Java. It can be used
/// without any flag, but javac warns of it in a manner that cannot be switched off, and here a warning is an error.
public final class DumpSignal {

    static final String SIGNAL = "USR1";

    private static final System.Logger LOG = System.getLogger(DumpSignal.class.getName());

    private DumpSignal() {}

    /// From now on the signal prints this text. The JVM calls it on a new thread each time.
    public static void prints(Supplier<String> text) {
        try {
            var signal = Class.forName("sun.misc.Signal");
            var handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler prints = (_, _, _) -> print(text.get());
            Class<?>[] types = {handler};
            var proxy = Proxy.newProxyInstance(handler.getClassLoader(), types, prints);
            var usr1 = signal.getConstructor(String.class).newInstance(SIGNAL);
            signal.getMethod("handle", signal, handler).invoke(null, usr1, proxy);
        } catch (ReflectiveOperationException e) {
            LOG.log(
                    Level.WARNING,
                    "kill -{0} will not print the tasks, because this JVM does not give that signal away: {1}",
                    SIGNAL,
                    e.getCause() == null ? e : e.getCause());
        }
    }

    /// In UTF-8 whatever the locale says: in the POSIX one Java would print question marks.
    private static Void print(String text) {
        System.err.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return null;
    }
}

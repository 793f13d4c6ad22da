package echolab.walk;

import com.sun.jdi.Method;
import java.util.List;
import java.util.Map;

/// System calls, seen where Java leaves for the kernel: the native methods of the JDK's channels and sockets, and the methods of step 05's
/// `Linux` and `Epoll`, which are called as their manual pages are.
final class Calls {

    /// By class and method.
    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("sun.nio.ch.EPoll.ctl", "epoll_ctl"),
                    Map.entry("sun.nio.ch.EPoll.wait", "epoll_wait"),
                    Map.entry("sun.nio.ch.SocketDispatcher.read0", "read"),
                    Map.entry("sun.nio.ch.SocketDispatcher.write0", "write"),
                    Map.entry("sun.nio.ch.Net.accept", "accept"),
                    Map.entry("sun.nio.ch.Net.poll", "poll"),
                    Map.entry("sun.nio.ch.Net.shutdown", "shutdown"),
                    Map.entry("sun.nio.ch.UnixDispatcher.close0", "close"),
                    Map.entry("sun.nio.ch.EventFD.set0", "write"),
                    Map.entry("echolab.epoll.linux.Epoll.epoll_wait", "epoll_wait"),
                    Map.entry("echolab.epoll.linux.Epoll.epoll_add", "epoll_ctl"),
                    Map.entry("echolab.epoll.linux.Epoll.wake", "write"),
                    Map.entry("echolab.epoll.linux.Linux.accept4", "accept4"),
                    Map.entry("echolab.epoll.linux.Linux.recv", "recv"),
                    Map.entry("echolab.epoll.linux.Linux.send", "send"),
                    Map.entry("echolab.epoll.linux.Linux.shutdown", "shutdown"),
                    Map.entry("echolab.epoll.linux.Linux.close", "close"));

    static final List<String> CLASSES =
            NAMES.keySet().stream()
                    .map(name -> name.substring(0, name.lastIndexOf('.')))
                    .distinct()
                    .sorted()
                    .toList();

    private Calls() {}

    static boolean isOne(Method method) {
        return NAMES.containsKey(key(method));
    }

    static String nameOf(Method method) {
        return NAMES.get(key(method));
    }

    private static String key(Method method) {
        return method.declaringType().name() + "." + method.name();
    }
}

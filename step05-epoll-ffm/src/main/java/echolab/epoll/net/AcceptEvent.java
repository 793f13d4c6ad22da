package echolab.epoll.net;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// Who has connected?
@Name("echolab.Accept")
@Label("Accept of a connection")
@Category("Echo Lab")
@StackTrace(false)
final class AcceptEvent extends Event {

    int fd;
    String peer;

    static void of(Stream stream) {
        var event = new AcceptEvent();
        if (event.isEnabled()) {
            event.fd = stream.number();
            event.peer = stream.peerAfter("");
            event.commit();
        }
    }
}

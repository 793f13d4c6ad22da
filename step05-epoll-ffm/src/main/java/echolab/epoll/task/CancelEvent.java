package echolab.epoll.task;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// Who cancelled which task, and what did it do? The stack trace of the event is that of whoever cancels.
@Name("echolab.Cancel")
@Label("Cancel of a task")
@Category("Echo Lab")
@StackTrace
final class CancelEvent extends Event {

    String task;
    String site;
    String state;

    static void of(Task<?> cancelled) {
        var event = new CancelEvent();
        if (event.isEnabled()) {
            event.task = cancelled.name();
            event.site = String.valueOf(BodySite.in(cancelled.stack()));
            event.state = cancelled.awaits().text();
            event.commit();
        }
    }
}

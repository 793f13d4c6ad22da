package echolab.epoll.task;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// Who cancelled which task, and what did that one wait for? The stack trace of the event is that of whoever cancels.
///
/// The stack of the cancelled one would say more, but must not be asked for: see [Task#stack]. To cancel is no place to wait at, and who
/// records must not see another order of things than who does not.
@Name("echolab.Cancel")
@Label("Cancel of a task")
@Category("Echo Lab")
@StackTrace
final class CancelEvent extends Event {

    String task;
    String state;

    static void of(Task<?> cancelled) {
        var event = new CancelEvent();
        if (event.isEnabled()) {
            event.task = cancelled.name();
            event.state =
                    Awaited.withoutStack(cancelled)
                            .map(Awaited::text)
                            .orElse("awaits something of the JDK");
            event.commit();
        }
    }
}

package echolab.epoll;

/// Where does a task come from?
///
/// @param label its name, or what it is named after
/// @param site where it was spawned; null when no frame but our own was on the stack
/// @param started when, by the loop's clock
/// @param owner the number of the thread of the task that owns its scope, or else has spawned it
record Origin(Object label, StackTraceElement site, long started, long owner) {

    String name() {
        return label instanceof Stream stream ? "connection on " + stream : String.valueOf(label);
    }
}

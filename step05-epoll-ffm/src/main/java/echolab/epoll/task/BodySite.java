package echolab.epoll.task;

/// Where is the code of a task? At the lowest frame of its stack that is neither the JDK's nor machinery: the line of the body that is at
/// work. To look only when somebody asks costs a task nothing; to note where it was spawned took a walk of the stack for each, which was
/// more than all the rest of starting it.
public final class BodySite {

    private static final String HERE = BodySite.class.getPackageName();
    private static final String FAMILY = HERE.substring(0, HERE.lastIndexOf('.') + 1);

    private BodySite() {}

    /// @return null when the task has not begun, or has ended
    public static StackTraceElement in(StackTraceElement[] stack) {
        for (var i = stack.length - 1; i >= 0; i--) {
            if (isOfBody(stack[i])) {
                return stack[i];
            }
        }
        return null;
    }

    /// The other end: the line of a body from which it called what threw.
    static StackTraceElement above(StackTraceElement[] stack) {
        for (var frame : stack) {
            if (isOfBody(frame)) {
                return frame;
            }
        }
        return null;
    }

    private static boolean isOfBody(StackTraceElement frame) {
        return !Awaited.isOfJdk(frame) && !isMachinery(frame.getClassName());
    }

    private static boolean isMachinery(String name) {
        var folder = name.substring(0, name.lastIndexOf('.') + 1);
        return folder.equals(FAMILY + "task.")
                || folder.equals(FAMILY + "net.")
                || folder.equals(FAMILY + "loop.");
    }
}

package echolab.workshop;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// What stands where an exercise wants your code: a statement that throws this, and says which exercise it is.
///
/// It is an error and no exception, so that the server, which survives what a handler throws, does not survive this one
/// too and leave a test to wait for bytes that never come. Replace the whole line.
public final class Todo extends Error {

    private static final long serialVersionUID = 1L;

    /// Who wants to know that one was reached, on whatever thread; an error in a thread of a server may reach nobody.
    private static final AtomicReference<Consumer<Todo>> WATCHER = new AtomicReference<>(_ -> {});

    private static final Pattern MESSAGE =
            Pattern.compile("exercise (\\S+) is not solved yet: .*", Pattern.DOTALL);

    private final String number;

    private Todo(String number, String task) {
        super(
                "exercise %s is not solved yet: %s (./lab hint %s helps)"
                        .formatted(number, task, number));
        this.number = number;
    }

    /// To be thrown by the skeleton: `throw Todo.exercise("2.3", "write until the buffer is empty");`.
    public static Todo exercise(String number, String task) {
        var todo = new Todo(number, task);
        WATCHER.get().accept(todo);
        return todo;
    }

    /// Tells who runs the tests of every one that is reached from now on.
    public static void watch(Consumer<Todo> watcher) {
        WATCHER.set(watcher);
    }

    /// The exercise that the message of one tells of, which may come from another JVM.
    public static String numberIn(String message) {
        return MESSAGE.matcher(message).replaceFirst("$1");
    }

    /// The exercise that is not solved.
    public String number() {
        return number;
    }
}

package echolab.contract;

import java.io.IOException;

/// What can one step not do that the next can? Each limit is a matter of structure, so it can be tested: threads, types,
/// stack frames, system calls. What is a matter of time stands in the benchmark.
public enum Limit {
    IDLE_THREADS("2,000 idle connections with fewer than 50 threads", IdleThreads::measure),
    HANDLER_KNOWS_NO_SELECTOR(
            "the class that holds the conversation knows nothing of Selector and SelectionKey",
            HandlerTypes::measure),
    STACK_TRACE_TELLS_THE_CONVERSATION(
            "an exception in the third message has the method that holds the conversation in its stack",
            ConversationStack::measure),
    TWO_SYSCALLS_AN_ECHO(
            "at 100 busy connections at most 2.2 system calls an echo, and no epoll_ctl",
            SystemCalls::measure);

    private final String title;
    private final Measurement measurement;

    Limit(String title, Measurement measurement) {
        this.title = title;
        this.measurement = measurement;
    }

    /// The limit as a sentence.
    public String title() {
        return title;
    }

    Verdict measure(Servers servers) throws IOException {
        return measurement.measure(servers);
    }

    /// How it is found out.
    @FunctionalInterface
    interface Measurement {
        Verdict measure(Servers servers) throws IOException;
    }

    /// What was found: whether the step keeps it, and what was seen.
    record Verdict(boolean kept, String seen) {}
}

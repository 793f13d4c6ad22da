package echolab.epoll.model;

import java.util.List;
import java.util.concurrent.Callable;

/// The Task API as a tree sees it. There are two: the real one, and the model of it.
interface Tasks {

    interface Handle {
        Object await() throws Exception;

        void cancel();
    }

    interface Nursery {
        Handle spawn(String name, Callable<Object> body);

        void cancel();
    }

    interface Block {
        Object run(Nursery scope) throws Exception;
    }

    /// What is seen of a run from outside.
    ///
    /// @param thrown by main, or null
    /// @param reported what was thrown into nobody
    /// @param timers how many were left
    record End(Throwable thrown, List<Throwable> reported, int timers) {}

    End run(Callable<Object> main);

    long millis();

    Handle current();

    void sleep(int millis);

    void yield();

    /// As the JDK waits: for a latch that nobody opens.
    void waitForever() throws InterruptedException;

    Object timeout(int millis, Callable<Object> body) throws Exception;

    Object shield(Callable<Object> body) throws Exception;

    Object scope(Block body) throws Exception;

    Handle spawn(String name, Callable<Object> body);

    List<Object> gather(List<Callable<Object>> bodies) throws Exception;

    Object race(List<Callable<Object>> bodies) throws Exception;

    /// Runs on the loop, between two tasks.
    void after(int millis, Runnable action);

    void nextTurn(Runnable action);
}

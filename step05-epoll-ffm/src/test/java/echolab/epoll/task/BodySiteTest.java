package echolab.epoll.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// At which line is the body of a task? Neither in the JDK nor in what runs tasks.
class BodySiteTest {

    private static final StackTraceElement JDK = frame("java.base", "java.lang.VirtualThread");
    private static final StackTraceElement LOOP = frame(null, "echolab.epoll.loop.EventLoop");
    private static final StackTraceElement NET = frame(null, "echolab.epoll.net.Stream");
    private static final StackTraceElement TASK = frame(null, "echolab.epoll.task.Task");
    private static final StackTraceElement CALLED = frame(null, "echolab.epoll.EpollServer");
    private static final StackTraceElement BODY = frame(null, "echolab.epoll.examples.ChatRoom");

    private static StackTraceElement frame(String module, String type) {
        return new StackTraceElement(null, module, null, type, "method", "Some.java", 1);
    }

    private static StackTraceElement[] stack(StackTraceElement... innermostFirst) {
        return Stream.of(innermostFirst).toArray(StackTraceElement[]::new);
    }

    @Test
    void a_body_begins_at_its_outermost_line() {
        assertThat(BodySite.in(stack(JDK, TASK, NET, CALLED, BODY, TASK, JDK))).isSameAs(BODY);
        assertThat(BodySite.in(stack(BODY))).isSameAs(BODY);
    }

    @Test
    void what_threw_was_called_at_its_innermost_line() {
        assertThat(BodySite.above(stack(JDK, TASK, NET, CALLED, BODY, TASK, JDK))).isSameAs(CALLED);
    }

    @Test
    void a_task_that_has_not_begun_or_has_ended_is_at_no_line() {
        assertThat(BodySite.in(stack())).isNull();
        assertThat(BodySite.in(stack(JDK, LOOP, NET, TASK))).isNull();
        assertThat(BodySite.above(stack(JDK, LOOP, NET, TASK))).isNull();
    }
}

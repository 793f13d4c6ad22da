package echolab.epoll.linux;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import echolab.contract.Expect;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// What does a system call say, and where does it say it?
@DisplayName("The result of a call")
@EnabledOnOs(value = OS.LINUX, disabledReason = "step 05 calls Linux's epoll")
class ResultOfACallTest {

    private static final int EBADF = 9;
    private static final int EAFNOSUPPORT = 97;
    private static final int LARGEST_ERRNO = 4095;

    private static final SystemCall CLOSE = SystemCall.of("close", 1);
    private static final SystemCall SOCKET = SystemCall.of("socket", 3);

    private final MemorySegment errno = SystemCall.newErrno();

    @Test
    @Order(1)
    void what_went_well_is_given_as_it_is_0_too() {
        closeNothing(errno);

        expect("a function that returns 5 has done well: 5", 5, SystemCall.result(5, errno));
        expect(
                "0 is no error but a result, as the 0 of recv, which is the end; the errno of an earlier call means nothing then",
                0,
                SystemCall.result(0, errno));
    }

    @Test
    @Order(2)
    void what_went_wrong_is_minus_errno_so_that_a_caller_can_tell_it_from_a_count() {
        expect(
                "close(-1) fails with EBADF, which is 9, and the caller must be able to tell that from 9 bytes",
                -EBADF,
                closeNothing(errno));
    }

    @Test
    @Order(3)
    void errno_is_the_one_of_this_call_whatever_the_thread_has_called_since() {
        closeNothing(errno);
        SOCKET.call(SystemCall.newErrno(), -1, 0, 0);

        expect(
                "the thread's errno is written over by its next call, and the JVM makes calls of its own: what counts is what the linker saved at once",
                -EBADF,
                SystemCall.result(-1, errno));
    }

    @Test
    @Order(4)
    void every_number_is_given_whole() {
        for (var number : new int[] {11, 133, LARGEST_ERRNO}) {
            errno.set(JAVA_INT, errnoOffset(), number);
            expect(
                    "errno is %s, so that is the error, whichever it is, EAGAIN (11) too"
                            .formatted(number),
                    -number,
                    SystemCall.result(-1, errno));
        }
        expect("a mebibyte has come: 1048576", 1 << 20, SystemCall.result(1 << 20, errno));
    }

    private static long errnoOffset() {
        return Linker.Option.captureStateLayout().byteOffset(PathElement.groupElement("errno"));
    }

    private static int closeNothing(MemorySegment errno) {
        return CLOSE.call(errno, -1);
    }

    private static void expect(String why, int expected, int result) {
        Expect.that(
                why,
                result == expected,
                () ->
                        switch (result) {
                            case -EAFNOSUPPORT -> result + ", the error of a later call";
                            default -> String.valueOf(result);
                        });
    }
}

package echolab.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A line of strace")
final class CallTest {

    private static final String CONNECTION =
            "<TCPv6:[[::ffff:127.0.0.1]:34185->[::ffff:127.0.0.1]:49470]>";

    @Test
    void is_a_call_with_begin_end_and_the_connection_it_is_about() {
        var call =
                call(
                        "1795551718.172637 read(42%s, \"hello\", 2048) = 12 <0.000030>"
                                .formatted(CONNECTION));

        assertThat(call.start()).isEqualTo(1_795_551_718_172_637L);
        assertThat(call.micros()).isEqualTo(30);
        assertThat(call.name()).isEqualTo("read");
        assertThat(call.value()).hasValue(12);
        assertThat(call.peerPort()).hasValue(49_470);
        assertThat(call.connectionDescriptor()).hasValue(42);
    }

    @Test
    void of_an_accept_is_about_the_connection_that_it_returned() {
        var call =
                call(
                        "1.000000 accept4(44<TCP:[127.0.0.1:44641]>, NULL, NULL, SOCK_CLOEXEC) = 46<TCP:[127.0.0.1:44641->127.0.0.1:45864]> <0.000079>");

        assertThat(call.peerPort()).hasValue(45_864);
        assertThat(call.connectionDescriptor()).hasValue(46);
        assertThat(call.descriptor()).hasValue(44);
    }

    @Test
    void without_an_end_is_a_call_that_strace_did_not_see_return() {
        var call = call("1.500000 epoll_wait(38<anon_inode:[eventpoll]>,  <detached ...>");

        assertThat(call.isFinished()).isFalse();
        assertThat(call.value()).isEmpty();
    }

    @Test
    void that_tells_of_a_signal_or_an_exit_is_no_call() {
        assertThat(Call.parse("1.000000 --- SIGSEGV {si_signo=SIGSEGV} ---")).isEmpty();
        assertThat(Call.parse("1.000000 +++ exited with 0 +++")).isEmpty();
    }

    @Test
    void with_the_words_of_a_result_in_its_data_ends_where_the_call_does() {
        var call = call("1.000000 write(7%s, \"f() = 3\", 7) = 7 <0.000001>".formatted(CONNECTION));

        assertThat(call.value()).hasValue(7);
        assertThat(call.arguments()).contains("f() = 3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "epoll_wait(38<x>, [], 64, 0) = 0;true",
                "epoll_wait(38<x>, [{events=EPOLLIN, data={u32=45, u64=45}}], 64, 0) = 1;true",
                "epoll_pwait(38<x>, [], 64, 0, NULL, 8) = 0;true",
                "epoll_wait(38<x>, [], 64, 10) = 0;false",
                "epoll_wait(38<x>, [], 64, -1) = 0;false",
            })
    void with_a_timeout_of_0_only_looks(String line, boolean looks) {
        assertThat(call("1.000000 " + line + " <0.000020>").looksOnly()).isEqualTo(looks);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "futex(0x7f, FUTEX_WAKE_PRIVATE, 1) = 1;WAKE",
                "futex(0x7f, FUTEX_WAKE_PRIVATE, 1) = 0;OTHER",
                "futex(0x7f, FUTEX_WAIT_PRIVATE, 2, NULL) = 0;PARK",
                "futex(0x7f, FUTEX_WAIT_PRIVATE, 2, NULL) = -1 EAGAIN (x);OTHER",
                "write(9<anon_inode:[eventfd]>, 8) = 8;WAKE",
                "write(1</dev/null>, \"x\", 1) = 1;OTHER",
                "read(4</etc/hosts>, \"x\", 1) = 1;OTHER",
                "read(4<TCP:[127.0.0.1:1->127.0.0.1:2]>, \"x\", 1) = 1;READ",
                "io_uring_enter(5, 1, 1, 0, NULL, 8) = 1;WAIT",
            })
    void has_a_kind_by_what_it_does_and_not_by_its_name_alone(String line, CallKind kind) {
        assertThat(CallKind.of(call("1.000000 " + line + " <0.000020>"))).isEqualTo(kind);
    }

    private static Call call(String line) {
        return Call.parse(line)
                .orElseThrow(() -> new AssertionError("not read as a call: " + line));
    }
}

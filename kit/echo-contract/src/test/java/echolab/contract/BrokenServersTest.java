package echolab.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import echolab.EchoStep;
import echolab.contract.loops.BrokenLoops;
import echolab.contract.loops.DiesOfEINTR;
import echolab.contract.loops.LoopStep;
import echolab.contract.loops.LoopsWrongUnderLoad;
import echolab.contract.subjects.BrokenSteps;
import echolab.contract.subjects.ThreadsStep;
import echolab.contract.subjects.UrgentSteps;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Can the cases fail? Each broken server breaks the case that is about it, with a message that says what was seen.
@EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere some cases cannot look")
class BrokenServersTest extends AgainstServers {

    @Test
    void a_server_that_flushes_at_the_end_leaves_the_client_waiting() {
        assertFails(
                against(new BrokenSteps.FlushesAtTheEnd())::one_byte_comes_back,
                "after 0 of 1 bytes (1 sent) nothing came for 500 ms");
    }

    @Test
    void a_server_that_drops_part_of_a_write_loses_bytes() {
        assertFails(against(new BrokenSteps.DropsPartialWrites())::many_bytes, "that came back is");
    }

    @Test
    void a_server_that_swaps_bytes_is_found_out() {
        assertFails(
                against(new BrokenSteps.SwapsBytes())
                        ::random_bytes_in_writes_of_random_sizes_come_back_in_order,
                "that came back is");
    }

    /// The client takes nothing for a while, so it has bytes to write when it sees the end; but less than a megabyte, since it does
    /// not buffer without limit.
    @Test
    void a_loop_that_closes_with_bytes_to_write_loses_them() {
        assertFails(
                against(new LoopsWrongUnderLoad.ClosesWithBytesToWrite())::half_close,
                "the server ended the connection after ",
                ",000,000 bytes");
    }

    @Test
    void a_server_that_answers_when_nothing_comes_loses_what_a_FIN_is_behind() {
        assertFails(
                against(new BrokenSteps.AnswersWhenNothingComes())::FIN_behind_data,
                "the server ended the connection after 0 of 106 bytes");
    }

    @Test
    void a_loop_that_reads_to_the_end_first_loses_what_comes_with_it() {
        assertFails(
                againstAProcessOf(new BrokenLoops.ReadsToTheEndFirst())
                        ::a_FIN_that_arrives_together_with_the_data_loses_no_byte,
                "the server ended the connection after 4,096 of 5,000 bytes");
    }

    @Test
    void a_loop_that_dies_of_a_client_without_a_byte_is_found_out() {
        assertFails(
                against(new BrokenLoops.LooksAtTheFirstByte())::close_with_no_byte,
                "after clients that sent no byte, the next one is served",
                "seen: ");
    }

    @Test
    void a_server_that_calls_itself_for_each_byte_has_no_stack_left() {
        assertFails(
                against(new BrokenSteps.CallsItselfForTheNext())::one_byte_at_a_time,
                "after ",
                " of ",
                " bytes");
    }

    @Test
    void a_server_that_ignores_end_of_stream_leaves_the_client_waiting() {
        assertFails(
                against(new BrokenSteps.IgnoresEndOfStream())::half_close_at_once,
                "nothing came for 500 ms; expected the connection to end");
    }

    @Test
    void a_server_that_buffers_without_limit_takes_what_nobody_reads() {
        assertFails(
                against(new BrokenSteps.BuffersWithoutLimit())::late_reader,
                "before the client read a byte: it buffers without limit");
    }

    @Test
    void a_loop_that_insists_on_writing_starves_the_others() {
        assertFails(
                againstAProcessOf(new BrokenLoops.InsistsOnWriting())::readers_that_never_read,
                "others are served meanwhile",
                "seen: after 0 of 10,000 bytes (10,000 sent) nothing came for 5 s");
    }

    @Test
    void a_server_with_much_room_for_each_client_is_seen_to_grow() {
        assertFails(
                against(new BrokenSteps.HasMuchRoomForEach(), Duration.ofMinutes(1))
                        ::readers_that_never_read,
                "with 8 clients that never read, resident memory grew from ",
                "; 110.0 MB more are allowed");
    }

    @Test
    void a_server_with_so_many_threads_leaves_a_crowd_outside() {
        assertFails(
                againstAProcessOf(new BrokenSteps.HasSoManyThreads())::five_thousand_at_once,
                "connection ",
                " of 5,000: no connection to ",
                " within 5 s");
    }

    @Test
    void a_server_that_serves_one_at_a_time_starves_the_others() {
        assertFails(
                against(new BrokenSteps.ServesOneAtATime())::slow_senders,
                "nothing came for 500 ms");
        assertFails(
                contract::two_clients_that_always_have_more_to_send_do_not_starve_the_others,
                "nothing came for 500 ms");
    }

    /// A busy machine may keep the loop from waiting again before it is stopped: then it is told of nothing.
    @Test
    void a_loop_that_takes_EINTR_for_a_failure_does_not_go_on() {
        assertFails(
                sometimes(
                        againstAProcessOf(new DiesOfEINTR())
                                ::what_is_sent_while_the_process_is_stopped_comes_back_when_it_goes_on),
                "after 106 of 100,106 bytes");
    }

    @Test
    void a_server_that_resets_on_a_half_close_is_found_out() {
        assertFails(against(new BrokenSteps.ResetsOnHalfClose())::half_close_at_once, "reset");
    }

    @Test
    void a_loop_that_dies_of_a_reset_is_found_out() {
        assertThatThrownBy(
                        against(new BrokenLoops.DiesOfAReset())
                                ::a_reset_while_the_server_writes_ends_that_connection_and_no_other)
                .message()
                .containsPattern(BrokenLoops.GONE);
    }

    @Test
    void a_loop_that_dies_of_its_handler_is_found_out() {
        assertFails(
                against(new BrokenLoops.DiesOfAHandler())
                        ::a_handler_that_throws_ends_its_connection_and_no_other,
                "after 1 of 2 bytes");
    }

    @Test
    void a_loop_that_tries_accept_again_at_once_is_seen_to_use_the_CPU() {
        assertFails(
                againstAProcessOf(new BrokenLoops.AcceptsAgainAtOnce())::descriptor_exhaustion,
                "while it waited for a descriptor, the server used");
    }

    @Test
    void a_loop_that_ends_when_accept_fails_is_told_the_error() {
        assertFails(
                against(new BrokenLoops.DiesOfAccept(), Duration.ofSeconds(5))
                        ::accept_that_fails_for_a_while_keeps_nobody_out_for_good,
                "accept failed with EPERM for a while, and then: ");
    }

    @Test
    void a_loop_that_never_rests_again_once_accept_has_failed_is_found_out() {
        assertFails(
                against(new BrokenLoops.NeverRestsAgain(), Duration.ofMinutes(1))
                        ::accept_that_fails_for_a_while_keeps_nobody_out_for_good,
                "after accept had failed for a while, the server used");
    }

    @Test
    void a_server_that_listens_everywhere_is_found_out() {
        assertFails(
                against(new BrokenLoops.ListensEverywhere())
                        ::on_the_IPv6_loopback_address_it_serves_there_and_nowhere_else,
                "a client by 127.0.0.1 of a server that was told to listen on ::1");
        assertFails(
                contract::on_localhost_it_serves_who_asks_for_localhost,
                "told to be localhost, is a loopback address");
    }

    @Test
    void a_server_that_knows_IPv4_only_is_found_out() {
        assertFails(
                against(new BrokenLoops.KnowsIPv4Only())
                        ::on_every_address_it_serves_clients_of_both_families,
                "cannot connect to ",
                ":1:");
    }

    @Test
    void a_loop_that_keeps_descriptors_is_seen_to_hold_them() {
        assertFails(
                against(new BrokenLoops.LeaksDescriptors(), Duration.ofSeconds(3))
                        ::short_connections_leave_no_descriptor_and_no_thread_behind,
                "after 5,000 short connections the server has ",
                " descriptors and ");
    }

    @Test
    void a_loop_that_dies_of_an_error_is_found_out() {
        assertFails(
                against(new BrokenLoops.DiesOfAnError())
                        ::a_handler_that_throws_ends_its_connection_and_no_other,
                "after 2 of 3 bytes");
    }

    @Test
    void a_loop_that_dies_without_memory_is_found_out() {
        assertThatThrownBy(
                        againstAProcessOf(new BrokenLoops.DiesWithoutMemory())
                                ::no_memory_for_one_more_client_is_the_bad_luck_of_that_one)
                .message()
                .containsPattern(BrokenLoops.GONE);
    }

    @Test
    void a_loop_that_forgets_what_did_not_fit_loses_bytes() {
        assertFails(
                against(new LoopsWrongUnderLoad.ForgetsTheRest())
                        ::messages_pass_each_other_in_full_buffers,
                "that came back is");
    }

    /// It is seen at byte 100, but for one client of 256: its byte 100 is a 21 too.
    @Test
    void a_server_that_echoes_urgent_bytes_is_found_out() {
        assertFails(
                againstAProcessOf(new UrgentSteps.EchoesUrgentBytes())
                        ::bytes_before_and_behind_an_urgent_one_come_back,
                "that came back is 21, and not ");
    }

    /// At which byte is for the conversation that is first, or behind the last one: see [FuzzTest].
    @Test
    void a_server_that_echoes_urgent_bytes_fails_a_random_conversation_too() {
        assertFails(
                against(new UrgentSteps.EchoesUrgentBytes())::random_conversations,
                "conversation ",
                " (seed ",
                "its plan: ",
                "send an urgent byte");
    }

    @Test
    void a_server_without_an_idle_timeout_is_found_out() {
        assertFails(
                against(new BrokenSteps.WaitsForEver(), Duration.ofSeconds(2))
                        ::a_silent_client_is_cut_after_the_idle_timeout_and_not_before,
                "nothing came for 2 s; expected the connection to end");
    }

    /// A client that is there and silent does not show it.
    @Test
    void a_server_that_waits_for_the_last_word_of_a_client_that_vanished_is_found_out()
            throws Exception {
        var broken = against(new BrokenSteps.WaitsForTheLastWord(), Duration.ofSeconds(3));
        broken.a_silent_client_is_cut_after_the_idle_timeout_and_not_before();
        assertFails(
                broken::a_client_that_vanished_is_given_up_after_the_idle_timeout,
                "the server keeps the connection of a client that vanished",
                "users:");
    }

    /// It is right otherwise: the time-out of a socket is for `read` alone.
    @Test
    void a_timeout_for_reads_alone_is_found_out() {
        assertFails(
                against(new ThreadsStep(), Duration.ofSeconds(2))
                        ::a_client_that_takes_nothing_is_cut_after_the_idle_timeout,
                "nothing was taken for 2 s; expected the connection to end");
    }

    @Test
    void a_server_that_waits_for_half_the_time_is_found_out() {
        assertFails(
                sometimes(
                        against(new BrokenSteps.IsImpatient())
                                ::a_silent_client_is_cut_after_the_idle_timeout_and_not_before),
                "a client that was silent for",
                "was cut; the idle time-out is 400 ms");
    }

    @Test
    void a_timeout_that_counts_from_the_beginning_is_found_out() {
        assertFails(
                against(new BrokenSteps.CountsFromTheBeginning())
                        ::a_client_that_talks_now_and_then_outlives_the_idle_timeout,
                "a client that was silent for",
                "was cut; the idle time-out is 400 ms");
    }

    @Test
    void a_client_that_could_not_talk_in_time_blames_nobody() throws Exception {
        against(new BrokenSteps.IsFoundLate())
                .a_client_that_breaks_off_or_falls_silent_is_no_warning();
    }

    @Test
    void a_server_that_answers_nobody_is_found_out_by_clients_that_try_again() {
        assertFails(
                against(new BrokenSteps.FlushesAtTheEnd())
                        ::a_client_that_talks_now_and_then_outlives_the_idle_timeout,
                "a client that talks is served",
                "each of 20 clients was cut after 400 ms");
    }

    @Test
    void a_server_that_warns_of_every_client_is_found_out() {
        assertFails(
                against(new BrokenSteps.CriesWolf(), Duration.ofSeconds(3))
                        ::a_client_that_breaks_off_or_falls_silent_is_no_warning,
                "warnings about clients that broke off or fell silent",
                "a conversation failed");
    }

    @Test
    void a_server_that_knows_no_limit_is_found_out() {
        assertFails(
                against(new BrokenSteps.ServesBeyondTheLimit())
                        ::beyond_the_limit_clients_wait_until_one_leaves,
                "with 2 connections of at most 2, a third was served");
    }

    @Test
    void a_loop_that_stays_with_one_connection_starves_the_others() {
        assertFails(
                against(new BrokenLoops.Greedy(), Duration.ofSeconds(3))
                        ::two_clients_that_always_have_more_to_send_do_not_starve_the_others,
                "nothing came for 3 s");
    }

    /// Of floods that have no CPU themselves nobody is starved.
    @Test
    void a_loop_that_gives_way_too_late_is_seen_to_share_badly() {
        var broken = against(new BrokenLoops.StaysTooLong(), Duration.ofMinutes(1));
        assertFails(
                sometimes(
                        broken::two_clients_that_always_have_more_to_send_do_not_starve_the_others),
                "two floods had",
                "a fair server would do less than");
    }

    @Test
    void a_limit_that_is_declared_kept_and_is_not_fails() {
        var declared = declaring(Limit.HANDLER_KNOWS_NO_SELECTOR);
        assertFails(
                () -> declared.test(Limit.HANDLER_KNOWS_NO_SELECTOR),
                "loop is declared to keep \"the class that holds the conversation",
                "Selector");
    }

    @Test
    void a_limit_that_is_declared_broken_and_is_kept_fails() {
        var declared = declaring();
        assertFails(
                () -> declared.test(Limit.IDLE_THREADS),
                "loop is declared to break \"2,000 idle connections",
                "threads with 2,000 idle connections");
    }

    private static LimitsContract declaring(Limit... kept) {
        return new LimitsContract() {
            @Override
            protected EchoStep step() {
                return new LoopStep();
            }

            @Override
            protected Set<Limit> kept() {
                return Set.of(kept);
            }
        };
    }
}

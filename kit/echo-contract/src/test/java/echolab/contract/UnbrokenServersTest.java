package echolab.contract;

import echolab.contract.loops.LoopStep;
import echolab.contract.subjects.ThreadsStep;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Do the servers that the broken ones differ from by one mistake keep the cases that those break?
@EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere some cases cannot look")
class UnbrokenServersTest extends AgainstServers {

    @Test
    void the_loop_keeps_them() throws IOException {
        var kept = against(new LoopStep(), Duration.ofMinutes(1));
        kept.a_reset_while_the_server_writes_ends_that_connection_and_no_other();
        kept.a_handler_that_throws_ends_its_connection_and_no_other();
        kept.two_clients_that_always_have_more_to_send_do_not_starve_the_others();
        kept.close_cuts_an_idle_connection_after_the_grace_and_leaves_no_thread();
        kept.accept_that_fails_for_a_while_keeps_nobody_out_for_good();
        kept.on_the_IPv6_loopback_address_it_serves_there_and_nowhere_else();
        kept.on_every_address_it_serves_clients_of_both_families();
        kept.on_localhost_it_serves_who_asks_for_localhost();
        kept.half_close();
        kept.a_FIN_that_arrives_together_with_the_data_loses_no_byte();
        kept.close_with_no_byte();
        kept.readers_that_never_read();
        kept.what_is_sent_while_the_process_is_stopped_comes_back_when_it_goes_on();
        kept.sigterm();
        kept.close_while_writing();
    }

    @Test
    void the_threads_keep_them() throws Exception {
        var kept = against(new ThreadsStep(), Duration.ofMinutes(1));
        kept.one_byte_comes_back();
        kept.many_bytes();
        kept.half_close();
        kept.half_close_at_once();
        kept.FIN_behind_data();
        kept.bytes_before_and_behind_an_urgent_one_come_back();
        kept.readers_that_never_read();
        kept.one_byte_at_a_time();
        kept.sigterm();
        kept.close_with_nobody_connected_returns_at_once_and_leaves_no_thread();
        kept.close_while_reading();
        kept.the_port_of_a_closed_server_can_be_listened_on_again_at_once();
        kept.a_port_in_use_is_an_error_that_names_host_and_port();
        kept.a_port_that_another_server_would_share_is_an_error_too();
        kept.start_on_an_interrupted_thread_leaves_nothing_that_listens();
        kept.close_again();
        kept.a_silent_client_is_cut_after_the_idle_timeout_and_not_before();
        kept.a_client_that_talks_now_and_then_outlives_the_idle_timeout();
        kept.beyond_the_limit_clients_wait_until_one_leaves();
        kept.a_server_that_is_full_closes_like_any_other();
    }
}

package echolab.contract;

import echolab.contract.loops.BrokenLoops;
import echolab.contract.subjects.BrokenSteps;
import echolab.contract.subjects.StepsThatCloseWrong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Can the cases about the beginning and the end of a server fail? As in [BrokenServersTest].
@EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere some cases cannot look")
class BrokenEndsTest extends AgainstServers {

    @Test
    void a_server_that_takes_another_port_is_found_out() {
        assertFails(
                against(new BrokenSteps.TakesAnotherPort())
                        ::a_port_in_use_is_an_error_that_names_host_and_port,
                "what starting on port",
                "which another server has");
    }

    @Test
    void a_server_that_shares_its_port_is_found_out() {
        assertFails(
                against(new BrokenSteps.SharesItsPort())
                        ::a_port_that_another_server_would_share_is_an_error_too,
                "what starting on port",
                "which another server has");
    }

    @Test
    void a_start_that_fails_and_listens_is_found_out() {
        assertFails(
                against(new BrokenSteps.ForgetsThatItListens())
                        ::start_on_an_interrupted_thread_leaves_nothing_that_listens,
                "refuses connections");
    }

    @Test
    void a_second_close_that_cuts_the_grace_is_found_out() {
        assertFails(
                sometimes(against(new BrokenSteps.CutsWhenClosedAgain())::close_again),
                "a client was cut",
                "of a grace of 1100 ms");
    }

    @Test
    void a_close_that_leaves_when_it_is_interrupted_is_found_out() {
        assertFails(
                against(new BrokenLoops.LeavesWhenInterrupted())
                        ::close_on_an_interrupted_thread_returns_with_nothing_left,
                "nothing came for 500 ms; expected the connection to end");
    }

    @Test
    void a_grace_in_whole_seconds_is_found_out() {
        assertFails(
                sometimes(against(new BrokenSteps.RoundsTheGrace())::close_again),
                "a client was cut ",
                "of a grace of 1100 ms");
    }

    @Test
    void a_close_that_waits_for_nobody_is_found_out() {
        assertFails(
                against(new StepsThatCloseWrong.WaitsForNobody())
                        ::close_with_nobody_connected_returns_at_once_and_leaves_no_thread,
                "close returns after a grace of 0 s",
                "seen: close has not returned");
    }

    @Test
    void a_close_that_leaves_a_thread_is_found_out() {
        assertFails(
                against(new StepsThatCloseWrong.LeavesItsTimer())
                        ::close_with_nobody_connected_returns_at_once_and_leaves_no_thread,
                "after close threads are left: ",
                "\"timer\"");
    }

    @Test
    void a_close_without_a_grace_is_found_out() {
        assertFails(
                against(new StepsThatCloseWrong.CutsAtOnce())::close_while_reading,
                "who is there is served",
                "seen: ",
                "after 1 of ");
    }

    @Test
    void a_close_that_lets_clients_in_during_the_grace_is_found_out() {
        assertFails(
                against(new StepsThatCloseWrong.AcceptsDuringTheGrace())::close_while_reading,
                "close was called, and ",
                " accepts connections");
    }

    @Test
    void a_close_that_waits_for_a_client_who_takes_nothing_is_found_out() {
        assertFails(
                against(new BrokenLoops.FinishesItsWrites())::close_while_writing,
                "close returns after a grace of 200 ms",
                "seen: close has not returned");
    }

    @Test
    void a_server_that_reuses_no_address_is_found_out() {
        assertFails(
                against(new StepsThatCloseWrong.ReusesNoAddress())
                        ::the_port_of_a_closed_server_can_be_listened_on_again_at_once,
                "the next server listens on the port of one that has closed",
                "seen: ",
                "cannot listen on 127.0.0.1 port");
    }

    @Test
    void a_full_server_that_closes_when_there_is_room_is_found_out() {
        assertFails(
                against(new StepsThatCloseWrong.ClosesWhenThereIsRoom())
                        ::a_server_that_is_full_closes_like_any_other,
                "close returns after a grace of 200 ms",
                "seen: close has not returned");
    }

    @Test
    void a_process_that_dies_at_once_of_SIGTERM_is_found_out() {
        assertFails(
                sometimes(
                        againstAProcessOf(new StepsThatCloseWrong.LeavesSignalsToJava())::sigterm),
                "a client was cut ",
                " of a grace of 1000 ms");
    }

    @Test
    void a_process_that_stays_for_its_clients_is_found_out() {
        assertFails(
                againstAProcessOf(new BrokenLoops.NeverCuts())::sigterm,
                "SIGTERM came, the grace of 1 s is over, and the process still runs");
    }

    @Test
    void a_close_that_leaves_connections_open_is_found_out() {
        assertFails(
                against(new BrokenLoops.LeavesConnectionsOpen())
                        ::close_cuts_an_idle_connection_after_the_grace_and_leaves_no_thread,
                "nothing came for 500 ms; expected the connection to end");
    }

    @Test
    void a_close_that_never_cuts_is_found_out() {
        assertFails(
                against(new BrokenLoops.NeverCuts())
                        ::close_cuts_an_idle_connection_after_the_grace_and_leaves_no_thread,
                "close has not returned");
    }
}

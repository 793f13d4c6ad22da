package echolab;

import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;

/// Why a server does not listen, as a sentence for the person who started it: which address, what the system said, what
/// to do.
public final class ListenException extends IOException {

    private static final long serialVersionUID = 1L;

    private static final int ANSWER_MILLIS = 1000;

    ListenException(EchoOptions options, IOException cause) {
        super(
                "cannot listen on "
                        + options.host()
                        + " port "
                        + options.port()
                        + ": "
                        + said(cause)
                        + "; "
                        + advice(options, cause),
                cause);
    }

    private static String said(IOException cause) {
        return switch (cause) {
            case UnknownHostException _ -> "no such host";
            case IOException _ when cause.getMessage() == null -> cause.toString();
            default -> cause.getMessage();
        };
    }

    private static String advice(EchoOptions options, IOException cause) {
        if (cause instanceof UnknownHostException) {
            return "give a name or an address of this machine, such as 127.0.0.1 or ::1";
        }
        return advice(
                options.port(), port -> isRefused(options.withPort(port)), () -> answers(options));
    }

    /// Java has one exception for a port that is taken, an address of another machine and a port that one may not have.
    /// The system's words tell them apart, but in the language of the machine. So it is found out by trying.
    ///
    /// @param refuses whether the system refuses this port of the address
    /// @param answers whether somebody accepts connections there
    static String advice(int port, IntPredicate refuses, BooleanSupplier answers) {
        if (!refuses.test(port)) {
            return "check --host and --port";
        }
        if (refuses.test(0)) {
            return "that address is not one of this machine's: use 127.0.0.1, or 0.0.0.0 for all interfaces";
        }
        if (port < 1024 && !answers.getAsBoolean()) {
            return "ports below 1024 belong to the administrator: choose a higher one with --port";
        }
        return "another program has that port: stop it, or choose another with --port (0 lets the system choose)";
    }

    private static boolean isRefused(EchoOptions options) {
        try (var probe = new ServerSocket()) {
            probe.bind(options.address());
            return false;
        } catch (IOException e) {
            return e instanceof BindException;
        }
    }

    private static boolean answers(EchoOptions options) {
        try (var probe = new Socket()) {
            probe.connect(options.address(), ANSWER_MILLIS);
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}

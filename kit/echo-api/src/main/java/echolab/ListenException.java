package echolab;

import java.io.IOException;
import java.net.BindException;
import java.net.UnknownHostException;

/// Why does the server not listen? The sentence for the person who started it: which address, what the system said,
/// what to do.
public final class ListenException extends IOException {

    private static final long serialVersionUID = 1L;

    ListenException(EchoOptions options, IOException cause) {
        super(
                "cannot listen on %s port %d: %s; %s"
                        .formatted(
                                options.host(),
                                options.port(),
                                said(cause),
                                advice(options, cause)),
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
        var message = String.valueOf(cause.getMessage());
        if (cause instanceof UnknownHostException) {
            return "give a name or an address of this machine, such as 127.0.0.1 or ::1";
        }
        if (cause instanceof BindException && message.contains("in use")) {
            return "another program has that port: stop it, or choose another with --port (0 lets the system choose)";
        }
        if (message.contains("assign")) {
            return "that address is not one of this machine's: use 127.0.0.1, or 0.0.0.0 for all interfaces";
        }
        if (message.contains("ermission") && options.port() < 1024) {
            return "ports below 1024 belong to the administrator: choose a higher one with --port";
        }
        return "check --host and --port";
    }
}

package echolab;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The `main` that all steps share: reads the options, serves until a signal, closes gracefully.
///
/// It prints one line when it is ready, `Serving on 127.0.0.1:8888`, which is what other programs wait for.
@Command(sortOptions = false)
public final class EchoMain implements Callable<Integer> {

    private static final EchoOptions DEFAULTS = EchoOptions.defaults();

    private final EchoStep step;

    @Spec private CommandSpec spec;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            description = "What to listen on (default: loopback, 127.0.0.1).")
    private String host = DEFAULTS.host();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "0 to 65535; 0 lets the system choose (default: 8888).")
    private int port = 8888;

    @Option(
            names = "--backlog",
            paramLabel = "N",
            description = "Connections the kernel may hold for accept (default: ${DEFAULT-VALUE}).")
    private int backlog = DEFAULTS.backlog();

    @Option(
            names = "--read-buffer",
            paramLabel = "BYTES",
            description = "Read buffer of a connection (default: ${DEFAULT-VALUE}).")
    private int readBufferSize = DEFAULTS.readBufferSize();

    @Option(
            names = "--grace",
            paramLabel = "SECONDS",
            description = "How long open connections may finish when it stops (default: 2).")
    private double grace = seconds(DEFAULTS.grace());

    @Option(
            names = "--idle-timeout",
            paramLabel = "SECONDS",
            description = "How long a client may send or take nothing; 0 for ever (default).")
    private double idleTimeout = seconds(DEFAULTS.idleTimeout());

    @Option(
            names = "--max-connections",
            paramLabel = "N",
            description =
                    "Clients at the same time; others wait in the backlog (default: no limit).")
    private int maxConnections = DEFAULTS.maxConnections();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this text.")
    private boolean help;

    private EchoMain(EchoStep step) {
        this.step = step;
    }

    /// Runs the step as a program until a signal ends the JVM: its exit code is then 128 and the signal's number, 130
    /// for Ctrl-C and 143 for SIGTERM, once the server has closed. It is 1 when it could not listen, 2 when the
    /// arguments make no sense.
    public static void run(EchoStep step, String... args) {
        // One language for all that is printed, whatever the machine speaks: others read it.
        Locale.setDefault(Locale.ROOT);
        var code = commandLine(step).execute(args);
        if (code != 0) {
            System.exit(code);
        }
    }

    static CommandLine commandLine(EchoStep step) {
        var commandLine = new CommandLine(new EchoMain(step));
        commandLine.setCommandName(step.id());
        commandLine
                .getCommandSpec()
                .usageMessage()
                .description("An echo server: " + step.title() + ".");
        commandLine.setParameterExceptionHandler((e, _) -> {
            commandLine.getErr().println(step.id() + ": " + e.getMessage());
            commandLine.getErr().println("Try '" + step.id() + " --help'.");
            return 2;
        });
        commandLine.setExecutionExceptionHandler((e, c, _) -> {
            c.getErr().println(step.id() + ": " + e.getMessage());
            return 1;
        });
        return commandLine;
    }

    @Override
    public Integer call() throws ListenException, InterruptedException {
        openWhatLoggingNeeds();
        step.prepareProgram();
        var server = step.start(options());
        var closed = new Thread(server::close, "close");
        Runtime.getRuntime().addShutdownHook(closed);
        spec.commandLine().getOut().println("Serving on " + format(server));
        spec.commandLine().getOut().flush();
        Thread.currentThread().join();
        return 0;
    }

    /// The first message that a JVM logs opens files: the configuration of logging and the time zones. A server says
    /// that it has no descriptor left when it has none left for these either, and the message would become an error
    /// that ends its loop. So they are opened now.
    private void openWhatLoggingNeeds() {
        System.getLogger(step.getClass().getName()).isLoggable(Level.WARNING);
        ZoneId.systemDefault();
    }

    private EchoOptions options() {
        try {
            return DEFAULTS.withHost(host)
                    .withPort(port)
                    .withBacklog(backlog)
                    .withReadBufferSize(readBufferSize)
                    .withGrace(duration(grace))
                    .withIdleTimeout(duration(idleTimeout))
                    .withMaxConnections(maxConnections);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static Duration duration(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }

    private static String format(EchoServer server) {
        var address = server.address();
        var host = address.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }
}

package echolab.workshop.check;

import echolab.process.Tool;
import echolab.workshop.Course;
import echolab.workshop.Exercise;
import echolab.workshop.FileTrouble;
import echolab.workshop.TerminalProse;
import echolab.workshop.folder.HintLadder;
import echolab.workshop.folder.SourceChanges;
import echolab.workshop.folder.Workspace;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.Curses;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;
import picocli.CommandLine.Help.Ansi;

/// An exercise checked without a command: at every save, on a screen of its own; a key does the rest.
///
/// ```
///            ┌──────────── saved ───────────┐
///            ▼                              │
///   ──▶  checking  ──▶  result on screen ───┤
///            ▲             │ h t l: another page, any key back
///            └─── n, x ────┘ b: a benchmark on the plain screen; q: the end
/// ```
public final class Watch {

    /// What these keys are in a terminal that does not turn them into signals.
    private static final int CTRL_C = 3;

    private static final int CTRL_Z = 26;

    /// The exit code of whom this signal ended, as a shell counts.
    private static final int INTERRUPTED = 130;

    private static final long LOOK_EVERY_MILLIS = 200;
    private static final String KEYS =
            "h hint  t task  s check again  n next  l list  b bench  x reset  q quit";
    private static final String ANY_KEY = "any key goes back";

    /// Measures the participant's server of a step beside ours, and prints what it sees.
    @FunctionalInterface
    public interface Bench {
        void run(String step) throws IOException;
    }

    private final Course course;
    private final Terminal terminal;
    private final Attributes plain;
    private final ExerciseChecker checker;
    private final Bench bench;
    private Exercise exercise;
    private SourceChanges changes;
    private boolean solved;
    private boolean quit;
    private Supplier<List<String>> result = List::of;
    private Size size;
    private volatile boolean resized;

    public Watch(
            Course course,
            Terminal terminal,
            ExerciseChecker checker,
            Bench bench,
            Exercise exercise)
            throws IOException {
        this.course = course;
        this.terminal = terminal;
        this.plain = terminal.getAttributes();
        this.checker = checker;
        this.bench = bench;
        to(exercise);
    }

    /// Until somebody presses q or the terminal is gone.
    public void run() throws IOException {
        // what a signal ends leaves the screen too: JLine then restores the terminal alone
        var exit = Curses.tputs(terminal.getStringCapability(Capability.exit_ca_mode));
        var leave = new Thread(() -> System.out.print(exit), "leave the screen");
        Runtime.getRuntime().addShutdownHook(leave);
        // JLine hands this one signal to the system, which would end us at once
        terminal.handle(Signal.INT, _ -> System.exit(INTERRUPTED));
        terminal.handle(Signal.WINCH, _ -> resized = true);
        enter();
        try {
            watch();
        } finally {
            Runtime.getRuntime().removeShutdownHook(leave);
            leave();
        }
    }

    private void enter() {
        resized = true;
        terminal.enterRawMode();
        terminal.puts(Capability.enter_ca_mode);
    }

    private void leave() {
        terminal.puts(Capability.exit_ca_mode);
        terminal.setAttributes(plain);
        terminal.flush();
    }

    private void to(Exercise next) throws IOException {
        exercise = next;
        var workspace = new Workspace(course, exercise.step());
        if (!workspace.isStarted()) workspace.start();
        changes = new SourceChanges(workspace);
    }

    private void watch() throws IOException {
        check();
        while (!quit) {
            switch (terminal.reader().read(LOOK_EVERY_MILLIS)) {
                case NonBlockingReader.READ_EXPIRED -> {
                    if (changes.happened()) {
                        check();
                    } else if (resized) {
                        show(result.get(), KEYS);
                    }
                }
                case 'h' -> show(hint(), ANY_KEY);
                case 't' -> show(TerminalProse.lines(exercise.text(), width()), ANY_KEY);
                case 'l' -> list();
                case 'b' -> bench();
                case 's' -> check();
                case 'n' -> next();
                case 'x' -> reset();
                case 'q', CTRL_C, NonBlockingReader.EOF -> quit = true;
                case CTRL_Z -> suspend();
                default -> show(result.get(), KEYS);
            }
        }
    }

    /// A file may be gone or half written at the moment: that is said, and the next save is another chance.
    private void check() throws IOException {
        show(List.of("checking " + exercise.name() + " …"), KEYS);
        try {
            var checked = checker.check(exercise);
            solved = checked.isSolved();
            result = () -> CheckText.onScreen(checked, course, width(), room());
        } catch (IOException e) {
            solved = false;
            result = () -> TerminalProse.wrap(FileTrouble.said(e), width());
        }
        dropKeys();
        show(result.get(), KEYS);
    }

    /// Whoever pressed a key while it was checked meant the screen that is gone; but who wants to leave, leaves.
    private void dropKeys() throws IOException {
        while (!quit && terminal.reader().peek(50) >= 0) {
            var key = terminal.reader().read();
            quit = key == 'q' || key == CTRL_C;
            if (key == CTRL_Z) suspend();
        }
    }

    private void list() throws IOException {
        show(List.of("running the tests of all that is started …"), KEYS);
        show(ProgressText.of(course, checker, Ansi.ON), ANY_KEY);
    }

    /// As a shell knows it: all that runs in the foreground stops, this included, until `fg`.
    private void suspend() {
        leave();
        Tool.of("sh", "-c", "kill -TSTP 0").run();
        enter();
        show(result.get(), KEYS);
    }

    /// On the plain screen, where the terminal is as any program expects it; and Ctrl-C ends the benchmark and not us.
    private void bench() throws IOException {
        leave();
        var before = terminal.handle(Signal.INT, _ -> {});
        try {
            bench.run(exercise.step());
        } finally {
            terminal.handle(Signal.INT, before);
        }
        terminal.writer().print(Ansi.ON.string("@|reverse " + ANY_KEY + "|@"));
        terminal.enterRawMode();
        terminal.flush();
        terminal.reader().read();
        terminal.writer().println();
        enter();
        show(result.get(), KEYS);
    }

    private void next() throws IOException {
        var next = course.next(exercise);
        if (!solved) {
            var why = " is not solved yet: h helps, and t says what is to do.";
            show(List.of(exercise.number() + why), KEYS);
        } else if (next.isEmpty()) {
            show(List.of("That was the last exercise. l shows them all."), KEYS);
        } else {
            to(next.get());
            check();
        }
    }

    private void reset() throws IOException {
        var asked =
                "%s is handed out again, and your folder copied to workshop/backup before: x does so"
                        .formatted(exercise.number());
        show(TerminalProse.wrap(asked, width()), "x hands it out again  any other key goes back");
        if (terminal.reader().read() == 'x') {
            new Workspace(course, exercise.step()).handOutAgain(exercise);
            check();
        } else {
            show(result.get(), KEYS);
        }
    }

    private List<String> hint() throws IOException {
        var rung = new HintLadder(course).next(exercise);
        return TerminalProse.hint(exercise, rung, width(), Ansi.ON);
    }

    private int width() {
        return Math.max(40, size().getColumns() - 2);
    }

    /// How many lines fit above that of the keys and the empty one before it.
    private int room() {
        return Math.max(5, size().getRows() - 2);
    }

    /// As it was when the window last changed: to ask a terminal is to start a program.
    private Size size() {
        if (resized) {
            resized = false;
            size = terminal.getSize();
        }
        return size;
    }

    /// Fills the screen: as many lines as fit, and the keys in the last one.
    private void show(List<String> lines, String keys) {
        terminal.puts(Capability.clear_screen);
        var out = terminal.writer();
        var shown = lines.size() > room() ? room() - 1 : lines.size();
        lines.subList(0, shown).forEach(line -> out.print(line + "\r\n"));
        if (shown < lines.size()) {
            out.print(
                    "… %s more lines: ./lab check %s\r\n"
                            .formatted(lines.size() - shown, exercise.number()));
        }
        terminal.puts(Capability.cursor_address, size().getRows() - 1, 0);
        out.print(Ansi.ON.string("@|reverse " + TerminalProse.cut(keys, width()) + "|@"));
        terminal.flush();
    }
}

package echolab.workshop;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;
import picocli.CommandLine.Help.Ansi;

/// How is an exercise checked without typing a command? At every save, on a screen of its own; a key does the rest.
///
/// ```
///            ┌──────────── saved ───────────┐
///            ▼                              │
///   ──▶  checking  ──▶  result on screen ───┤
///            ▲             │ h t l: another page, any key back
///            └─── n ───────┘ q: the end
/// ```
public final class Watch {

    private static final long LOOK_EVERY_MILLIS = 200;
    private static final String KEYS = "h hint  t task  s check again  n next  l list  q quit";

    private final Course course;
    private final Terminal terminal;
    private final Checker checker;
    private Exercise exercise;
    private SourceChanges changes;
    private boolean solved;
    private List<String> result = List.of();

    private Watch(Course course, Terminal terminal, Checker checker, Exercise exercise)
            throws IOException {
        this.course = course;
        this.terminal = terminal;
        this.checker = checker;
        to(exercise);
    }

    /// Until somebody presses q or the terminal is gone.
    public static void run(Course course, Terminal terminal, Checker checker, Exercise exercise)
            throws IOException {
        var before = terminal.enterRawMode();
        terminal.puts(Capability.enter_ca_mode);
        try {
            new Watch(course, terminal, checker, exercise).watch();
        } finally {
            terminal.puts(Capability.exit_ca_mode);
            terminal.setAttributes(before);
            terminal.flush();
        }
    }

    private void to(Exercise next) throws IOException {
        exercise = next;
        var workspace = new Workspace(course, exercise.step());
        if (!workspace.isStarted()) {
            workspace.start();
        }
        changes = new SourceChanges(workspace);
    }

    private void watch() throws IOException {
        check();
        while (true) {
            switch (terminal.reader().read(LOOK_EVERY_MILLIS)) {
                case NonBlockingReader.READ_EXPIRED -> {
                    if (changes.happened()) {
                        check();
                    }
                }
                case 'h' -> show(hint());
                case 't' -> show(Prose.lines(exercise.text(), width()));
                case 'l' -> show(ProgressText.of(course, checker, Ansi.ON));
                case 's' -> check();
                case 'n' -> next();
                // 3 is Ctrl-C in a terminal that does not turn it into a signal, and -1 is a
                // terminal that was closed
                case 'q', 3, NonBlockingReader.EOF -> {
                    return;
                }
                default -> show(result);
            }
        }
    }

    private void check() throws IOException {
        show(List.of("checking " + exercise.name() + " …"));
        var checked = checker.check(exercise);
        solved = checked.isSolved();
        result = CheckText.of(checked, course, Ansi.ON, width());
        show(result);
    }

    private void next() throws IOException {
        var next = course.next(exercise);
        if (!solved) {
            show(
                    List.of(
                            exercise.number()
                                    + " is not solved yet: h helps, and t says what is to do."));
        } else if (next.isEmpty()) {
            show(List.of("That was the last exercise. l shows them all."));
        } else {
            to(next.get());
            check();
        }
    }

    private List<String> hint() throws IOException {
        var rung = new HintLadder(course).next(exercise);
        var hint = exercise.hints().get(rung - 1);
        var lines = new ArrayList<String>();
        lines.add(Ansi.ON.string("@|bold Hint " + rung + " of 3:|@ ") + hint.title());
        lines.add("");
        lines.addAll(Prose.lines(hint.text(), width()));
        return lines;
    }

    private int width() {
        return Math.max(40, terminal.getWidth() - 2);
    }

    /// Fills the screen: as many lines as fit, and the keys in the last one.
    private void show(List<String> lines) {
        var room = Math.max(5, terminal.getHeight() - 2);
        terminal.puts(Capability.clear_screen);
        var out = terminal.writer();
        var shown = lines.size() > room ? room - 1 : lines.size();
        lines.subList(0, shown).forEach(line -> out.print(line + "\r\n"));
        if (shown < lines.size()) {
            out.print(
                    "… %d more lines: ./lab check %s\r\n"
                            .formatted(lines.size() - shown, exercise.number()));
        }
        terminal.puts(Capability.cursor_address, terminal.getHeight() - 1, 0);
        out.print(Ansi.ON.string("@|reverse " + KEYS + "|@"));
        terminal.flush();
    }
}

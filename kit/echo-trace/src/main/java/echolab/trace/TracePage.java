package echolab.trace;

import echolab.bench.report.HtmlPage;
import echolab.process.Digits;
import echolab.svg.Svg;
import echolab.svg.Svg.At;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A trace as one page that needs no network: how to read the picture, the picture, and what strace wrote.
public record TracePage(Trace trace) {

    /// @throws IOException when the style of our pages cannot be read from our own jar
    public String html() throws IOException {
        return HtmlPage.document("what %s does".formatted(trace.server()), header(), main());
    }

    private String header() {
        return """
        <h1>What %s does for three clients</h1>
        <p>%s. Time runs down. At the left the clients A, B and C; each grey column is a thread of the server, each box a
        system call it made. A pale stretch is a thread asleep in a call; the box at its end is that call's return. A coloured
        arrow to the right is what woke the thread; one to the left is the echo.</p>
        """
                .formatted(Svg.escape(trace.server()), Svg.escape(trace.title()));
    }

    private String main() {
        return """
        <ul class="key">
        %s</ul>
        <div class="table" role="group" aria-label="The conversation as a picture" tabindex="0">
        %s</div>
        <p>The order is real and so are the pauses, which are cut short here. Lengths are not to scale: strace stops a thread
        at each call, for longer than most calls last. Threads that took no part (collectors, compilers) are left out, and so are
        futex calls that neither waited nor woke a thread: a lock's own bookkeeping. A cross is a call
        that failed. Point at a box to see the whole call.</p>
        %s<h2>As strace wrote it</h2>
        %s\
        """
                .formatted(legend(), TracePicture.svg(trace), ring(), lines());
    }

    private String ring() {
        return trace.calls().anyMatch(call -> call.name().equals("io_uring_enter"))
                ? """
                <p>io_uring_enter is the only call of an echo here: reads and writes are asked for, and answered, in memory that the
                program shares with the kernel, and strace does not see them.</p>
                """
                : "";
    }

    /// The kinds of call that occur here, each with the names it occurs by.
    private String legend() {
        var names = new EnumMap<CallKind, Set<String>>(CallKind.class);
        trace.calls()
                .forEach(call ->
                        names.computeIfAbsent(CallKind.of(call), _ -> new TreeSet<>())
                                .add(call.name()));
        return names.entrySet().stream()
                .map(entry -> legend(entry.getKey(), String.join(", ", entry.getValue())))
                .collect(Collectors.joining());
    }

    private static String legend(CallKind kind, String names) {
        return "<li>%s<span><b>%s</b> %s</span></li>\n"
                .formatted(
                        new Svg()
                                .rect(kind.ink().fill(), 3, new At(0, 0), 18, 12, "")
                                .render(18, 12, "", ""),
                        kind == CallKind.OTHER ? "other calls" : names,
                        kind.meaning());
    }

    private String lines() {
        return trace.lanes().stream()
                .map(lane ->
                        "<details>\n<summary>%s: %s calls</summary>\n<pre tabindex=\"0\">%s</pre>\n</details>\n"
                                .formatted(
                                        Svg.escape(lane.name()),
                                        lane.calls().size(),
                                        lane.calls().stream()
                                                .map(this::line)
                                                .collect(Collectors.joining("\n"))))
                .collect(Collectors.joining());
    }

    private String line(Call call) {
        return Digits.in(
                "%10.3f  %s", (call.start() - trace.start()) / 1000.0, Svg.escape(call.toString()));
    }
}

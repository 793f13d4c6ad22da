package echolab.book.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What a sentence of the book may not do: state a figure that nobody measured, lean on a word that proves nothing, put rows in order,
/// shout, or quote as a typewriter does.
final class ProseRules {

    private static final List<LineRule> RULES =
            List.of(
                    LineRule.of(
                            "(?<![\\w.])\\d[\\d,.]*[\\s-]?(?:%|(?:[nµm]?s|us|min|[KMGT]i?B|kB|bytes?|(?:nano|micro|milli)?seconds?|minutes?"
                                    + "|per cent|percent|times|req/s|echoes/s|(?:requests|echoes) (?:a|per) second)(?![\\w]))",
                            "\"%s\" is typed by hand: take it from a result (bench:), from a captured command (seen:), name its source "
                                    + "(fact:KEY[]), or say that we chose it (given:[])"),
                    LineRule.of(
                            "(?i)\\b(simply|just|obviously|clearly|trivially|basically|of course|needless to say|blazing\\w*|lightning|"
                                    + "seamless\\w*|powerful|awesome|amazing|incredibl\\w*)\\b",
                            "\"%s\" proves nothing: leave it out"),
                    // a sentence that puts rows in order is a figure, and turns false when they are
                    // measured anew
                    LineRule.of(
                            "\\b(nearly even|stands? out|outperforms?|(?:fastest|slowest|cheapest|dearest) (?:row|step|server)|"
                                    + "(?:ahead of|(?:faster|slower|cheaper|dearer) than) (?:step \\d|the floor))",
                            "\"%s\" puts rows in order: take it from a result, or leave it to the reader"),
                    LineRule.of("\\w!(?=\\s|$)", "an exclamation mark: say it calmly"),
                    LineRule.of("\"", "a straight quotation mark: write “ and ”"));

    private ProseRules() {}

    static List<Finding> check(Path file, List<String> chapter) {
        var findings = new ArrayList<Finding>();
        for (var line : Prose.of(chapter)) {
            RULES.forEach(rule -> findings.addAll(rule.check(file, line.number(), line.text())));
        }
        return findings;
    }
}

package echolab.book.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What a sentence of the book may not do: state a figure that nobody measured, lean on a word that proves nothing, put rows in order,
/// shout, or quote as a typewriter does.
final class ProseRules {

    private static final Pattern MEASUREMENT =
            Pattern.compile(
                    "(?<![\\w.])\\d[\\d,.]*[\\s-]?(?:%|(?:[nµm]?s|us|min|[KMGT]i?B|kB|bytes?|(?:nano|micro|milli)?seconds?|minutes?"
                            + "|per cent|percent|times|req/s|echoes/s|(?:requests|echoes) (?:a|per) second)(?![\\w]))");
    private static final Pattern WEASEL =
            Pattern.compile(
                    "\\b(simply|just|obviously|clearly|trivially|basically|of course|needless to say|blazing\\w*|lightning|"
                            + "seamless\\w*|powerful|awesome|amazing|incredibl\\w*)\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern SHOUT = Pattern.compile("\\w!(?=\\s|$)");

    /// A sentence that puts rows in order is a figure, and turns false when they are measured anew.
    private static final Pattern ORDER =
            Pattern.compile(
                    "\\b(nearly even|stands? out|outperforms?|(?:fastest|slowest|cheapest|dearest) (?:row|step|server)|"
                            + "(?:ahead of|(?:faster|slower|cheaper|dearer) than) (?:step \\d|the floor))");

    private ProseRules() {}

    static List<Finding> check(Path file, List<String> chapter) {
        var findings = new ArrayList<Finding>();
        for (var line : Prose.of(chapter)) {
            var measurement = MEASUREMENT.matcher(line.text());
            while (measurement.find()) {
                findings.add(new Finding(file, line.number(), typed(measurement.group())));
            }
            var weasel = WEASEL.matcher(line.text());
            while (weasel.find()) {
                var sentence = "\"%s\" proves nothing: leave it out".formatted(weasel.group());
                findings.add(new Finding(file, line.number(), sentence));
            }
            var order = ORDER.matcher(line.text());
            while (order.find()) {
                var sentence =
                        "\"%s\" puts rows in order: take it from a result, or leave it to the reader"
                                .formatted(order.group());
                findings.add(new Finding(file, line.number(), sentence));
            }
            if (SHOUT.matcher(line.text()).find()) {
                findings.add(
                        new Finding(file, line.number(), "an exclamation mark: say it calmly"));
            }
            if (line.text().contains("\"")) {
                findings.add(
                        new Finding(
                                file, line.number(), "a straight quotation mark: write “ and ”"));
            }
        }
        return findings;
    }

    private static String typed(String measurement) {
        return ("\"%s\" is typed by hand: take it from a result (bench:), from a captured command (seen:), name its source "
                        + "(fact:KEY[]), or say that we chose it (given:[])")
                .formatted(measurement);
    }
}

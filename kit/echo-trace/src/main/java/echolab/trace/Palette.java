package echolab.trace;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Which colour has what, in light and in dark? One table, so that picture, legend and dark page can't differ.
final class Palette {

    private record Colours(String light, String dark) {}

    private static final Map<String, Colours> ALL =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("page", new Colours("#ffffff", "#111827")),
                            Map.entry("ink", new Colours("#1f2937", "#e5e7eb")),
                            Map.entry("faint", new Colours("#6b7280", "#9ca3af")),
                            Map.entry("lane", new Colours("#f6f7f9", "#18212f")),
                            Map.entry("pause", new Colours("#9ca3af", "#6b7280")),
                            Map.entry("letter", new Colours("#ffffff", "#111827")),
                            Map.entry("handoff", new Colours("#9d174d", "#f0a6ca")),
                            Map.entry("client0", new Colours("#1d4ed8", "#7aa7ff")),
                            Map.entry("client1", new Colours("#b45309", "#f2b457")),
                            Map.entry("client2", new Colours("#047857", "#4cc9a0")),
                            Map.entry("wait", new Colours("#cbd5e1", "#475569")),
                            Map.entry("waiting", new Colours("#e8edf3", "#26323f")),
                            Map.entry("accept", new Colours("#a7e3c0", "#1f6b45")),
                            Map.entry("watch", new Colours("#d6c7f7", "#5b43a0")),
                            Map.entry("read", new Colours("#b3d4fc", "#235a9c")),
                            Map.entry("write", new Colours("#fbd0a0", "#8a4b12")),
                            Map.entry("close", new Colours("#f5b5b5", "#8c2f2f")),
                            Map.entry("spawn", new Colours("#f3e08a", "#756010")),
                            Map.entry("park", new Colours("#f2cfe0", "#5e2f47")),
                            Map.entry("parking", new Colours("#faeaf2", "#33202b")),
                            Map.entry("wake", new Colours("#eaa6c8", "#8f3a66")),
                            Map.entry("other", new Colours("#e5e7eb", "#374151"))));

    private Palette() {}

    static String light(String style) {
        return ALL.get(style).light();
    }

    /// The rules that make a picture readable on a dark page.
    static String darkRules() {
        return ALL.entrySet().stream()
                .map(entry -> rules(entry.getKey(), entry.getValue().dark()))
                .collect(
                        Collectors.joining(
                                "",
                                "",
                                ".trace circle.hollow { fill: %s; }\n"
                                        .formatted(ALL.get("page").dark())));
    }

    private static String rules(String style, String colour) {
        return """
        .trace rect.%1$s, .trace text.%1$s, .trace .fill.%1$s { fill: %2$s; }
        .trace path.%1$s:not(.fill), .trace circle.%1$s { stroke: %2$s; }
        .swatch.%1$s { background: %2$s !important; }
        """
                .formatted(style, colour);
    }
}

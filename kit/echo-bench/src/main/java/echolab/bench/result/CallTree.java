package echolab.bench.result;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Stacks that were seen in samples, merged from their outermost frames on: of each frame, in how many samples it was there.
public final class CallTree {

    /// Whose code a frame is: native is the JVM's and that of libraries.
    public enum Layer {
        JAVA,
        NATIVE,
        KERNEL
    }

    /// @param name class and method, for example `echolab.epoll.loop.EventLoop.run`, or a function
    public record Frame(String name, Layer layer) {

        /// Without the package.
        public String shortened() {
            return name.replaceFirst("^([a-z_0-9]+\\.)+(?=[A-Z])", "");
        }
    }

    private static final Comparator<Frame> BY_NAME =
            Comparator.comparing(Frame::name).thenComparing(Frame::layer);

    private final Map<Frame, CallTree> calls = new TreeMap<>(BY_NAME);
    private long samples;

    /// @param frames the outermost first
    /// @param times in how many samples they were seen
    public void add(List<Frame> frames, long times) {
        samples += times;
        var at = this;
        for (var frame : frames) {
            at = at.calls.computeIfAbsent(frame, _ -> new CallTree());
            at.samples += times;
        }
    }

    public long samples() {
        return samples;
    }

    /// What was called from here, by name.
    public Map<Frame, CallTree> calls() {
        return Collections.unmodifiableMap(calls);
    }

    /// In how many samples each frame was the innermost.
    public Map<Frame, Long> innermost() {
        var counts = new HashMap<Frame, Long>();
        calls.forEach((frame, tree) -> {
            var own = tree.samples - tree.calls.values().stream().mapToLong(t -> t.samples).sum();
            counts.merge(frame, own, Long::sum);
            tree.innermost().forEach((inner, count) -> counts.merge(inner, count, Long::sum));
        });
        return counts;
    }

    /// In which share of the samples the innermost frame was of this layer, 0 to 1.
    public double share(Layer layer) {
        var counts = innermost().entrySet().stream().filter(at -> at.getKey().layer() == layer);
        return (double) counts.mapToLong(Map.Entry::getValue).sum() / Math.max(1, samples);
    }
}

package echolab.walk;

import com.sun.jdi.ArrayReference;
import com.sun.jdi.IntegerValue;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.PrimitiveValue;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StringReference;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// What the objects of the server hold, read field by field. No method of the server is called for it, which would be a step of its own.
final class Values {

    /// At the end of a path: not the value itself.
    private static final String CHAIN = ".chain";

    private final Stage stage;
    private final KernelQueues kernel;
    private final Path descriptors;
    private final SequencedMap<ObjectReference, String> names = new LinkedHashMap<>();

    Values(Stage stage, KernelQueues kernel, long pid) {
        this.stage = stage;
        this.kernel = kernel;
        this.descriptors = Path.of("/proc", String.valueOf(pid), "fd");
    }

    /// Remembers an object of which something is shown.
    void meet(ObjectReference object, Map<String, Integer> ports) throws IOException {
        if (object == null || names.containsKey(object) || !isShown(object)) {
            return;
        }
        var type = simpleName(object.referenceType());
        var path = stage.known().get(type);
        var name = path == null ? type : type + clientOf(object, path, ports);
        // one that is being made has no socket yet, and is met again
        if (path == null || !name.equals(type)) {
            object.disableCollection();
            names.put(object, name);
        }
    }

    /// Remembers a thread, if something is shown of its kind.
    void meet(ThreadReference thread, String name) {
        if (isShown(thread)) {
            names.putIfAbsent(thread, name);
        }
    }

    private boolean isShown(ObjectReference object) {
        var type = simpleName(object.referenceType());
        return stage.shown().stream().anyMatch(shown -> shown.type().equals(type));
    }

    /// As ` of A`; nothing when it talks to nobody yet.
    private String clientOf(ObjectReference object, String path, Map<String, Integer> ports)
            throws IOException {
        if (!(at(object, path) instanceof IntegerValue fd)) {
            return "";
        }
        var client = kernel.clientOf(inode(fd.value()));
        return ports.entrySet().stream()
                .filter(port -> port.getValue() == client)
                .map(port -> " of " + port.getKey())
                .findFirst()
                .orElse("");
    }

    private long inode(int fd) throws IOException {
        var link = descriptors.resolve(String.valueOf(fd));
        if (!Files.isSymbolicLink(link)) {
            return -1;
        }
        var target = Files.readSymbolicLink(link).toString().replaceAll("\\D", "");
        return target.isEmpty() ? -1 : Long.parseLong(target);
    }

    /// By object and name: `Connection of A: interest`.
    SequencedMap<String, String> seen() {
        var seen = new LinkedHashMap<String, String>();
        names.forEach((object, name) -> {
            for (var shown : stage.shown()) {
                if (shown.type().equals(simpleName(object.referenceType()))) {
                    seen.put(name + ": " + shown.name(), text(object, shown));
                }
            }
        });
        return seen;
    }

    private String text(ObjectReference object, Stage.Shown shown) {
        return shown.path().endsWith(CHAIN)
                ? chain(at(object, shown.path().replace(CHAIN, "")), shown)
                : shown.called(text(at(object, shown.path())));
    }

    /// What hangs on a future of the JDK: the stages that run when it is complete, each with what hangs on the next future.
    private String chain(Value future, Stage.Shown shown) {
        if (!(future instanceof ObjectReference)) {
            return text(null);
        }
        var chain = new ArrayList<String>();
        for (var stage = at(future, "stack"); stage != null; stage = at(future, "stack")) {
            chain.add(shown.called(simpleName(((ObjectReference) stage).referenceType())));
            future = at(stage, "dep");
        }
        return chain.isEmpty() ? "nothing" : String.join(", then ", chain);
    }

    private static Value at(Value from, String path) {
        var value = from;
        for (var name : path.split("\\.")) {
            if (value instanceof ArrayReference || !(value instanceof ObjectReference owner)) {
                return null;
            }
            var field = owner.referenceType().fieldByName(name);
            value = field == null ? elements(owner, name) : owner.getValue(field);
        }
        return value;
    }

    /// An `ArrayDeque` keeps no count of what is in it.
    private static Value elements(ObjectReference owner, String name) {
        if (!name.equals("size") || !(at(owner, "elements") instanceof ArrayReference elements)) {
            return null;
        }
        var head = ((IntegerValue) at(owner, "head")).value();
        var tail = ((IntegerValue) at(owner, "tail")).value();
        return owner.virtualMachine().mirrorOf(Math.floorMod(tail - head, elements.length()));
    }

    private String text(Value value) {
        return switch (value) {
            case null -> "none";
            case PrimitiveValue primitive -> primitive.toString();
            case StringReference string -> string.value();
            case ThreadReference thread ->
                    names.getOrDefault(
                            thread, thread.name().isEmpty() ? "a thread" : thread.name());
            case ObjectReference object -> "a " + simpleName(object.referenceType());
            default -> value.toString();
        };
    }

    static String simpleName(ReferenceType type) {
        var name = type.name();
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }
}

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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// What the objects of the server hold, read field by field. No method of the server is called for it, which would be a step of its own.
final class Values {

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
        if (object == null || names.containsKey(object)) {
            return;
        }
        var type = simpleName(object.referenceType());
        if (stage.shown().stream().noneMatch(shown -> shown.type().equals(type))) {
            return;
        }
        var path = stage.known().get(type);
        var name = path == null ? type : type + clientOf(object, path, ports);
        // one that is being made has no socket yet, and is met again
        if (path == null || !name.equals(type)) {
            object.disableCollection();
            names.put(object, name);
        }
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
                    seen.put(
                            name + ": " + shown.name(),
                            shown.called(text(at(object, shown.path()))));
                }
            }
        });
        return seen;
    }

    private static Value at(ObjectReference object, String path) {
        Value value = object;
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

    private static String text(Value value) {
        return switch (value) {
            case null -> "none";
            case PrimitiveValue primitive -> primitive.toString();
            case StringReference string -> string.value();
            case ThreadReference thread -> thread.name().isEmpty() ? "a thread" : thread.name();
            case ObjectReference object -> "a " + simpleName(object.referenceType());
            default -> value.toString();
        };
    }

    static String simpleName(ReferenceType type) {
        var name = type.name();
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }
}

package echolab.walk;

import com.sun.jdi.ArrayReference;
import com.sun.jdi.IntegerValue;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the objects of the server hold, read field by field. No method of the server is called for it, which would be a step of its own.
final class Values {

    /// At the end of a path: not the value itself.
    private static final String CHAIN = ".chain";

    private final Stage stage;
    private final ScriptedClients clients;
    private final Path descriptors;
    private final Map<ObjectReference, String> names = new LinkedHashMap<>();

    Values(Stage stage, ScriptedClients clients, long pid) {
        this.stage = stage;
        this.clients = clients;
        this.descriptors = Path.of("/proc", String.valueOf(pid), "fd");
    }

    /// Remembers an object of which something is shown: by its class, and by its client if it is known by a descriptor.
    void meet(ObjectReference object) throws IOException {
        if (object == null || names.containsKey(object) || !isShown(object)) {
            return;
        }
        var type = simpleName(object.referenceType());
        var known = stage.known.get(type);
        var client = known == null ? "" : clients.of(link(at(object, known)));
        // one that is being made has no socket yet, and is met again
        if (known == null || !client.isEmpty()) {
            object.disableCollection();
            names.put(object, type + client);
        }
    }

    /// Remembers a thread, if something is shown of its kind.
    void meet(Runner runner) {
        if (isShown(runner.thread)) {
            names.putIfAbsent(runner.thread, runner.name);
        }
    }

    private boolean isShown(ObjectReference object) {
        return stage.shown.containsKey(simpleName(object.referenceType()));
    }

    private String link(Value descriptor) throws IOException {
        var link = descriptors.resolve(text(descriptor));
        return Files.isSymbolicLink(link) ? Files.readSymbolicLink(link).toString() : "";
    }

    /// By object and name: `Connection of A: interest`.
    Map<String, String> seen() {
        var seen = new LinkedHashMap<String, String>();
        names.forEach((object, name) -> {
            for (var shown : stage.shown.get(simpleName(object.referenceType()))) {
                seen.put(name + ": " + shown.name(), text(object, shown));
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
        if (future == null) {
            return text(null);
        }
        var chain = new ArrayList<String>();
        for (var stage = at(future, "stack"); stage != null; stage = at(stage, "dep.stack")) {
            chain.add(shown.called(simpleName(((ObjectReference) stage).referenceType())));
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
            case ThreadReference thread ->
                    names.getOrDefault(
                            thread, thread.name().isEmpty() ? "a thread" : thread.name());
            case ObjectReference object -> "a " + simpleName(object.referenceType());
            default -> value.toString();
        };
    }

    static String simpleName(ReferenceType type) {
        return type.name().replaceFirst(".*[.$]", "");
    }
}

package echolab.bench.report;

import java.lang.reflect.RecordComponent;
import java.util.List;

/// Is everything there in a result that was read? Where JSON lacks a field that is not optional, the reader leaves `null`,
/// which would come to light much later and elsewhere.
final class Complete {

    private Complete() {}

    /// @throws IllegalArgumentException that names the field, for example `runs[0].targets is missing`
    static void check(Record record) {
        check(record, "");
    }

    private static void check(Object value, String path) {
        switch (value) {
            case null -> throw new IllegalArgumentException(path + " is missing");
            case Record record -> {
                for (var component : record.getClass().getRecordComponents()) {
                    var name =
                            path.isEmpty() ? component.getName() : path + "." + component.getName();
                    check(read(record, component), name);
                }
            }
            case List<?> list -> {
                for (var i = 0; i < list.size(); i++) {
                    check(list.get(i), path + "[" + i + "]");
                }
            }
            default -> {}
        }
    }

    private static Object read(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}

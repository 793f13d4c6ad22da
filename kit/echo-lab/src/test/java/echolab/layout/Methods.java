package echolab.layout;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.tools.ToolProvider;

/// The methods in our sources, as the compiler's own parser finds them, and how many lines of code each has: blank lines and lines
/// that are a comment are not counted, nor are the first and the last.
final class Methods extends TreeScanner<Void, CompilationUnitTree> {

    record Method(Path file, String name, long lines) {}

    private final List<Method> found = new ArrayList<>();
    private final SourcePositions positions;

    private Methods(SourcePositions positions) {
        this.positions = positions;
    }

    static List<Method> in(List<Path> files) throws IOException {
        return scan(files, Methods::new).found;
    }

    /// Shows a scanner all files, as the compiler's own parser reads them.
    static <S extends TreeScanner<Void, CompilationUnitTree>> S scan(
            List<Path> files, Function<SourcePositions, S> made) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var sources = manager.getJavaFileObjectsFromPaths(files);
            var options = List.of("-proc:none");
            var task = (JavacTask) compiler.getTask(null, manager, null, options, null, sources);
            var scanner = made.apply(Trees.instance(task).getSourcePositions());
            for (var unit : task.parse()) {
                scanner.scan(unit, unit);
            }
            return scanner;
        }
    }

    @Override
    public Void visitMethod(MethodTree method, CompilationUnitTree unit) {
        if (method.getBody() != null) {
            var file = Path.of(unit.getSourceFile().toUri());
            found.add(new Method(file, method.getName().toString(), lines(method, unit)));
        }
        return super.visitMethod(method, unit);
    }

    private long lines(MethodTree method, CompilationUnitTree unit) {
        var start = positions.getStartPosition(unit, method.getBody());
        var end = positions.getEndPosition(unit, method.getBody());
        return text(unit)
                        .substring((int) start, (int) end)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("//"))
                        .count()
                - 2;
    }

    private static String text(CompilationUnitTree unit) {
        try {
            return unit.getSourceFile().getCharContent(true).toString();
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + unit.getSourceFile().getName(), e);
        }
    }
}

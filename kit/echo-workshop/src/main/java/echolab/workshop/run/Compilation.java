package echolab.workshop.run;

import echolab.workshop.Folders;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// How a participant's code is compiled: by the JDK's own compiler in this JVM: a second time it takes a tenth of the
/// first, and what it says is its own message and not the log of a build.
public final class Compilation implements AutoCloseable {

    /// Something that the compiler refuses.
    ///
    /// @param file the source
    /// @param line from 1
    /// @param message what the compiler says, often several lines
    public record Problem(Path file, long line, String message) {}

    private static final List<String> OPTIONS =
            List.of("-proc:none", "-nowarn", "-g", "-parameters", "-implicit:class");

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager files =
            compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
    private final String classPath = ClassPath.withoutSteps();

    public Compilation() throws IOException {}

    /// Compiles all sources of a folder.
    public List<Problem> compile(Path main, Path classes) throws IOException {
        return compile(main, List.of(), main.resolve("java"), List.of(), classes);
    }

    /// Compiles all sources of a folder and some test classes, with what these need, and puts the resources beside.
    ///
    /// @param main a folder `src/main`
    /// @param beside sources of the participant's that stand elsewhere
    /// @param tests a folder `src/test/java`
    /// @param testClasses simple names
    /// @param classes where the classes go
    /// @return what the compiler refuses; empty when it compiled
    public List<Problem> compile(
            Path main,
            Collection<Path> beside,
            Path tests,
            Collection<String> testClasses,
            Path classes)
            throws IOException {
        Files.createDirectories(classes);
        var sources = new ArrayList<>(below(main.resolve("java")));
        sources.addAll(beside);
        var unreadable = new ArrayList<Problem>();
        for (var source : sources) unreadable(source).ifPresent(unreadable::add);
        if (!unreadable.isEmpty()) return unreadable;
        below(tests).stream()
                .filter(it ->
                        testClasses.contains(it.getFileName().toString().replace(".java", "")))
                .forEach(sources::add);
        var found = new DiagnosticCollector<JavaFileObject>();
        var options = new ArrayList<>(OPTIONS);
        options.addAll(
                List.of("-d", classes + "", "-sourcepath", tests + "", "-classpath", classPath));
        var units = files.getJavaFileObjectsFromPaths(sources);
        var task = compiler.getTask(new StringWriter(), files, found, options, null, units);
        var compiled = task.call();
        var resources = main.resolve("resources");
        Folders.copy(Folders.files(resources), resources, classes);
        return compiled ? List.of() : problems(found);
    }

    /// Of the first the compiler would print to our standard error, and go on; of the second it says no more than that there is
    /// an illegal character.
    private static Optional<Problem> unreadable(Path source) throws IOException {
        var bytes = Files.readAllBytes(source);
        var text = CharBuffer.allocate(bytes.length);
        var ended = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), text, true);
        var before = text.flip().toString();
        var wrong =
                ended.isError()
                        ? "there are bytes in this line that are not UTF-8: save the file in UTF-8"
                        : before.startsWith("\uFEFF")
                                ? "this file begins with a byte order mark: save it in UTF-8 without one (without BOM)"
                                : "";
        var line = ended.isError() ? 1 + before.chars().filter(it -> it == '\n').count() : 1;
        return wrong.isEmpty() ? Optional.empty() : Optional.of(new Problem(source, line, wrong));
    }

    private static List<Problem> problems(DiagnosticCollector<JavaFileObject> found) {
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic ->
                        new Problem(
                                diagnostic.getSource() == null
                                        ? Path.of("")
                                        : Path.of(diagnostic.getSource().toUri()),
                                diagnostic.getLineNumber(),
                                diagnostic.getMessage(Locale.ROOT)))
                .toList();
    }

    private static List<Path> below(Path folder) throws IOException {
        return Folders.files(folder).stream()
                .filter(path -> path.toString().endsWith(".java"))
                .toList();
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}

package echolab.layout;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The places in our sources that print figures, or change the case of letters, as the language of the machine has it. Of a
/// format the parser sees the text: `%s` is alike everywhere, `%d` is not.
final class ForeignDigits extends TreeScanner<Void, CompilationUnitTree> {

    /// Also what is no literal: its text is not known here.
    private static final Pattern FOREIGN =
            Pattern.compile("%(\\d+\\$)?[-#+ 0,(]*\\d*(\\.\\d+)?[dfegEGtT]|^[^\"]*$");

    private final List<String> found = new ArrayList<>();

    static List<String> in(List<Path> files) throws IOException {
        return Methods.scan(files, _ -> new ForeignDigits()).found;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, CompilationUnitTree unit) {
        if (call.getMethodSelect() instanceof MemberSelectTree method && isForeign(method, call)) {
            found.add(Path.of(unit.getSourceFile().toUri()).getFileName() + ": " + call);
        }
        return super.visitMethodInvocation(call, unit);
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree method, CompilationUnitTree unit) {
        if (method.getName().contentEquals("formatted")
                && FOREIGN.matcher(method.getQualifierExpression().toString()).find()) {
            found.add(Path.of(unit.getSourceFile().toUri()).getFileName() + ": " + method);
        }
        return super.visitMemberReference(method, unit);
    }

    private static boolean isForeign(MemberSelectTree method, MethodInvocationTree call) {
        var receiver = method.getExpression().toString();
        var arguments = call.getArguments().toString();
        return switch (method.getIdentifier().toString()) {
            case "formatted" -> FOREIGN.matcher(receiver).find();
            case "format" -> receiver.equals("String") && !arguments.startsWith("Locale.ROOT");
            case "printf" -> !arguments.startsWith("Locale.ROOT");
            case "toLowerCase", "toUpperCase" -> arguments.isEmpty();
            default -> false;
        };
    }
}

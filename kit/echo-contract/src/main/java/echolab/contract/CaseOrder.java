package echolab.contract;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.MethodDescriptor;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;

/// The order in which cases run: group by group as [EchoContract] lists them, and in a group by their places.
final class CaseOrder implements MethodOrderer {

    private static final List<Class<?>> GROUPS = List.of(EchoContract.class.getInterfaces());

    @Override
    public void orderMethods(MethodOrdererContext context) {
        context.getMethodDescriptors()
                .sort(Comparator.comparingInt(CaseOrder::group).thenComparingInt(CaseOrder::place));
    }

    private static int group(MethodDescriptor method) {
        return GROUPS.indexOf(method.getMethod().getDeclaringClass());
    }

    private static int place(MethodDescriptor method) {
        return method.getMethod().getAnnotation(Cases.Case.class).value();
    }
}

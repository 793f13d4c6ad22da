package echolab.contract;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.MethodDescriptor;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.MethodOrdererContext;
import org.junit.jupiter.api.Order;

/// In which order do the cases run? Group by group as [EchoContract] lists them, and in a group by `@Order`: the
/// simplest first, so that the first failure is the one to look at.
final class GroupOrder extends OrderAnnotation {

    private static final List<Class<?>> GROUPS = List.of(EchoContract.class.getInterfaces());

    @Override
    public void orderMethods(MethodOrdererContext context) {
        context.getMethodDescriptors()
                .sort(
                        Comparator.comparingInt(GroupOrder::group)
                                .thenComparingInt(GroupOrder::order));
    }

    private static int group(MethodDescriptor method) {
        return GROUPS.indexOf(method.getMethod().getDeclaringClass());
    }

    private static int order(MethodDescriptor method) {
        return method.findAnnotation(Order.class).map(Order::value).orElse(Order.DEFAULT);
    }
}

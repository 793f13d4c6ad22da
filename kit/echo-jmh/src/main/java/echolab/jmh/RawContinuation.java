package echolab.jmh;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Setup;

/// What lies beneath a virtual thread, and what it costs alone. A stack that can be put away and taken out again:
/// `jdk.internal.vm.Continuation`. The figure is for one `run` until the next `yield`.
///
/// Compare with `Switch`: the difference is what a thread has on top, such as its state, its identity and its
/// scheduler.
///
/// The class is not public, and `javac` with `--release` does not know it. So it is looked up by name; a method handle
/// in a `static final` field compiles to the same call.
///
/// ```text
/// java -jar kit/echo-jmh/target/echo-jmh.jar RawContinuation
/// ```
@Fork(jvmArgsAppend = Flags.CONTINUATIONS)
public class RawContinuation extends AverageNanoseconds {

    private static final Object SCOPE;
    private static final MethodHandle NEW;
    private static final MethodHandle RUN;
    private static final MethodHandle YIELD;

    static {
        try {
            var lookup = MethodHandles.lookup();
            var scope = Class.forName("jdk.internal.vm.ContinuationScope");
            var continuation = Class.forName("jdk.internal.vm.Continuation");
            SCOPE = scope.getConstructor(String.class).newInstance("benchmark");
            NEW =
                    lookup.findConstructor(
                                    continuation, methodType(void.class, scope, Runnable.class))
                            .asType(methodType(Object.class, Object.class, Runnable.class));
            RUN =
                    lookup.findVirtual(continuation, "run", methodType(void.class))
                            .asType(methodType(void.class, Object.class));
            YIELD =
                    lookup.findStatic(continuation, "yield", methodType(boolean.class, scope))
                            .asType(methodType(boolean.class, Object.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "this JVM shows no continuations: run JDK 25 with " + Flags.CONTINUATIONS, e);
        }
    }

    // tag::raw[]
    private Object continuation;

    @Setup(Level.Iteration)
    public void create() throws Throwable {
        continuation = (Object) NEW.invokeExact(SCOPE, (Runnable) RawContinuation::yieldForEver);
    }

    private static void yieldForEver() {
        try {
            while (true) {
                var _ = (boolean) YIELD.invokeExact(SCOPE);
            }
        } catch (Throwable e) {
            throw new IllegalStateException("a continuation could not yield", e);
        }
    }

    @Benchmark
    public void runUntilYield() throws Throwable {
        RUN.invokeExact(continuation);
    }

    // end::raw[]
}

package echolab.epoll;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.Executor;

/// How does a virtual thread get a scheduler of our own? By reflection: this is the one class that opens `java.lang`.
///
/// If it fails, the JVM lacks `--add-opens=java.base/java.lang=ALL-UNNAMED`, or is not a JDK 25: start it with that
/// flag, or by `java -jar`, whose manifest has it.
///
/// JDK 25 can run a virtual thread on any executor, but has no public way to ask for it. What we use of it: the
/// constructor of the builder that takes an executor, the question which platform thread carries the current virtual
/// one, and the field in which a virtual thread notes that.
final class TaskThreads {

    private static final MethodHandle NEW_BUILDER;
    private static final MethodHandle CURRENT_CARRIER;
    private static final MethodHandle CARRIER_OF;

    static {
        try {
            startJdkPollers();
            var builder = Class.forName("java.lang.ThreadBuilders$VirtualThreadBuilder");
            var thread = Class.forName("java.lang.VirtualThread");
            var us = MethodHandles.lookup();
            NEW_BUILDER =
                    MethodHandles.privateLookupIn(builder, us)
                            .findConstructor(
                                    builder, MethodType.methodType(void.class, Executor.class))
                            .asType(
                                    MethodType.methodType(
                                            Thread.Builder.OfVirtual.class, Executor.class));
            CURRENT_CARRIER =
                    MethodHandles.privateLookupIn(Thread.class, us)
                            .findStatic(
                                    Thread.class,
                                    "currentCarrierThread",
                                    MethodType.methodType(Thread.class));
            CARRIER_OF =
                    MethodHandles.privateLookupIn(thread, us)
                            .findGetter(thread, "carrierThread", Thread.class)
                            .asType(MethodType.methodType(Thread.class, Thread.class));
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new IllegalStateException(
                    "this JVM does not let us schedule virtual threads: run JDK 25 with --add-opens=java.base/java.lang=ALL-UNNAMED",
                    e);
        }
    }

    private TaskThreads() {}

    /// The JDK's own pollers, which serve its sockets in virtual threads, are virtual threads too, and a virtual thread gets
    /// the scheduler of the one that starts it. The first task that used a JDK socket would start them on its loop, and
    /// when that loop ends, no virtual thread of this JVM would read a JDK socket again. Initialising the class starts them
    /// here, on the platform thread that is about to become a loop.
    private static void startJdkPollers() throws ClassNotFoundException {
        Class.forName("sun.nio.ch.Poller");
    }

    /// A builder of virtual threads that this executor runs.
    static Thread.Builder.OfVirtual on(Executor scheduler) {
        try {
            return (Thread.Builder.OfVirtual) NEW_BUILDER.invokeExact(scheduler);
        } catch (Throwable e) {
            throw new IllegalStateException("a virtual thread could not be built", e);
        }
    }

    /// The platform thread that runs this code, whether or not a virtual thread is on it.
    static Thread currentCarrier() {
        try {
            return (Thread) CURRENT_CARRIER.invokeExact();
        } catch (Throwable e) {
            throw new IllegalStateException("the carrier could not be asked for", e);
        }
    }

    /// The platform thread that this virtual thread is on now, or null when it is on none.
    static Thread carrierOf(Thread virtual) {
        try {
            return (Thread) CARRIER_OF.invokeExact(virtual);
        } catch (Throwable e) {
            throw new IllegalStateException("the carrier of a task could not be read", e);
        }
    }
}

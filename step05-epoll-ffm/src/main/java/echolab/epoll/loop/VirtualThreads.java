package echolab.epoll.loop;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.Executor;

/// How does a virtual thread get a scheduler of our own? By reflection: this is the one class that opens `java.lang`.
///
/// JDK 25 can run a virtual thread on any executor, but has no public way to ask for it. What we use of it: the
/// constructor of the builder that takes an executor, the question which platform thread carries the current virtual
/// one, and the field in which a virtual thread notes that. Where one of them is missing, [#requireScheduler] says what to do.
///
/// The Loom project tries a public door: a class named by the system property `jdk.virtualThreadScheduler.implClass` that implements
/// `Thread.VirtualThreadScheduler` (see `CustomSchedulers.md` in its repository). When a JDK has it, this class is what changes, and
/// nothing else: `on` would start a thread with that scheduler, and the two questions about carriers have methods there.
public final class VirtualThreads {

    private static final MethodHandle NEW_BUILDER;
    private static final MethodHandle CURRENT_CARRIER;
    private static final MethodHandle CARRIER_OF;

    /// Why there is no door in this JVM, or null.
    private static final Exception LOCKED;

    static {
        MethodHandle[] door = new MethodHandle[3];
        Exception locked = null;
        try {
            startJdkPollers();
            door = openDoor();
        } catch (ReflectiveOperationException | RuntimeException e) {
            locked = e;
        }
        NEW_BUILDER = door[0];
        CURRENT_CARRIER = door[1];
        CARRIER_OF = door[2];
        LOCKED = locked;
    }

    private VirtualThreads() {}

    private static MethodHandle[] openDoor() throws ReflectiveOperationException {
        var us = MethodHandles.lookup();
        var builder = Class.forName("java.lang.ThreadBuilders$VirtualThreadBuilder");
        var thread = Class.forName("java.lang.VirtualThread");
        var builderType = MethodType.methodType(Thread.Builder.OfVirtual.class, Executor.class);
        var threadType = MethodType.methodType(Thread.class, Thread.class);
        return new MethodHandle[] {
            MethodHandles.privateLookupIn(builder, us)
                    .findConstructor(builder, MethodType.methodType(void.class, Executor.class))
                    .asType(builderType),
            MethodHandles.privateLookupIn(Thread.class, us)
                    .findStatic(
                            Thread.class,
                            "currentCarrierThread",
                            MethodType.methodType(Thread.class)),
            MethodHandles.privateLookupIn(thread, us)
                    .findGetter(thread, "carrierThread", Thread.class)
                    .asType(threadType)
        };
    }

    /// The JDK's own pollers, which serve its sockets in virtual threads, are virtual threads too, and a virtual thread gets
    /// the scheduler of the one that starts it. The first task that used a JDK socket would start them on its loop, and they would be
    /// at the mercy of that loop's tasks. Initialising the class starts them here, on the platform thread that is about to become a loop.
    private static void startJdkPollers() throws ClassNotFoundException {
        Class.forName("sun.nio.ch.Poller");
    }

    /// @throws UnsupportedOperationException where this JVM does not let us schedule virtual threads: what to do about it
    public static void requireScheduler() {
        if (LOCKED != null) {
            throw new UnsupportedOperationException(
                    "the loop schedules virtual threads itself, and this JVM (Java %s) does not let it: %s; run it on JDK 25 by java -jar, or with the flag --add-opens=java.base/java.lang=ALL-UNNAMED (in an IDE: as VM option of the run configuration)"
                            .formatted(Runtime.version().feature(), LOCKED),
                    LOCKED);
        }
    }

    /// A builder of virtual threads that this executor runs. The executor must never throw: the JVM calls it from its own threads, too,
    /// and from whoever unparks one of these threads.
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

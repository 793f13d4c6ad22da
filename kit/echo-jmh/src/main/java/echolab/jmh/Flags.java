package echolab.jmh;

/// The flags that the JVM of a benchmark needs. JMH starts one for each, and takes these from the annotations: a
/// manifest is not read there.
final class Flags {

    /// Step 05 gives a virtual thread a scheduler of its own.
    static final String OPEN_THREADS = "--add-opens=java.base/java.lang=ALL-UNNAMED";

    /// Calls into libc.
    static final String NATIVE = "--enable-native-access=ALL-UNNAMED";

    /// What virtual threads are made of is not public.
    static final String CONTINUATIONS = "--add-exports=java.base/jdk.internal.vm=ALL-UNNAMED";

    static final String OWN_EXECUTOR = "-Djmh.executor=CUSTOM";
    static final String ON_LOOP = "-Djmh.executor.class=echolab.jmh.LoopExecutor";

    static final String ONE_CARRIER = "-Djdk.virtualThreadScheduler.parallelism=1";
    static final String NO_OTHER_CARRIER = "-Djdk.virtualThreadScheduler.maxPoolSize=1";

    private Flags() {}
}

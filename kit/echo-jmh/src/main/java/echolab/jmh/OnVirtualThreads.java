package echolab.jmh;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// A benchmark that runs in a virtual thread on the JDK's own scheduler, with one carrier, as the loop is one thread too.
/// The annotations are inherited.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(jvmArgsAppend = {Flags.ON_VIRTUAL_THREADS, Flags.ONE_CARRIER, Flags.NO_OTHER_CARRIER})
public abstract class OnVirtualThreads {}

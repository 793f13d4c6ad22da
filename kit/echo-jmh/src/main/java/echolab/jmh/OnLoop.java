package echolab.jmh;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// A benchmark that runs in a task on one event loop of step 05. The annotations are inherited.
///
/// Set up with `Level.Iteration`: tasks that cold code started stay slow, so each iteration has new ones.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(jvmArgsAppend = {Flags.OPEN_THREADS, Flags.NATIVE, Flags.OWN_EXECUTOR, Flags.ON_LOOP})
public abstract class OnLoop {}

package echolab.epoll.loop;

import echolab.jmh.AverageNanoseconds;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/// The cost of a timeout that does not happen. A timer is set among `pending` others, between one and two hours from
/// now, and cancelled.
///
/// The other side is the JDK's timer queue, of the kind that its virtual threads sleep on. It belongs to a thread of
/// its own, so each call takes a lock; ours belongs to the loop.
///
/// The timers are not public, so this one stands in their package.
///
/// ```text
/// java -jar kit/echo-jmh/target/echo-jmh.jar TimerSetAndCancelled
/// ```
public class TimerSetAndCancelled extends AverageNanoseconds {

    private static final Runnable NOTHING = () -> {};
    private static final long HOUR = TimeUnit.HOURS.toNanos(1);

    @Param({"0", "10000"})
    private int pending;

    private final Timers timers = new Timers();
    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);
    private long random = 1;

    @Setup
    public void setOthers() {
        executor.setRemoveOnCancelPolicy(true);
        for (var i = 0; i < pending; i++) {
            timers.set(HOUR + nextDelay(), NOTHING);
            executor.schedule(NOTHING, HOUR + nextDelay(), TimeUnit.NANOSECONDS);
        }
    }

    @Benchmark
    public void loop() {
        timers.cancel(timers.set(HOUR + nextDelay(), NOTHING));
    }

    @Benchmark
    public void jdk() {
        executor.schedule(NOTHING, HOUR + nextDelay(), TimeUnit.NANOSECONDS).cancel(false);
    }

    @TearDown
    public void close() {
        executor.shutdownNow();
    }

    /// Between no time and an hour, the same sequence each run (the generator of `java.util.Random`, without its lock).
    private long nextDelay() {
        random = random * 0x5DEECE66DL + 0xBL & (1L << 48) - 1;
        return (random >>> 8) % HOUR;
    }
}

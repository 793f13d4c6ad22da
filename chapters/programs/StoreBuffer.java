import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;

/// Two threads: each first says something, and then looks at what the other has said. Can both see nothing?
///
///     java chapters/programs/StoreBuffer.java
///
/// They are the loop, which falls asleep, and a thread that hands in work. The order of the two lines is the same each time; what differs is
/// how strictly the machine has to keep to it.
public class StoreBuffer {

    private static final int ROUNDS = 200_000;
    private static final VarHandle ASLEEP = field("asleep");
    private static final VarHandle WORK = field("work");

    private boolean asleep;
    private boolean work;
    private boolean loopSaw;
    private boolean otherSaw;
    private final AtomicInteger ready = new AtomicInteger();

    public static void main(String[] args) throws InterruptedException {
        new StoreBuffer().count("plain", false);
        new StoreBuffer().count("plain", false);
        new StoreBuffer().count("volatile", true);
    }

    private void count(String how, boolean inOrder) throws InterruptedException {
        var other = new Thread(() -> { for (var i = 0; i < ROUNDS; i++) handIn(inOrder, i); });
        other.start();
        var lost = 0;
        for (var i = 0; i < ROUNDS; i++) {
            fallAsleep(inOrder, i);
            if (!loopSaw && !otherSaw) lost++;
            asleep = work = false;
            ready.incrementAndGet();
        }
        other.join();
        System.out.printf("%-10s  %,d of %,d rounds in which neither saw the other%n", how, lost, ROUNDS);
    }

    private void fallAsleep(boolean inOrder, int round) {
        meet(round, 0);
        if (inOrder) {
            ASLEEP.setVolatile(this, true);
            loopSaw = (boolean) WORK.getVolatile(this);
        } else {
            asleep = true;
            loopSaw = work;
        }
        meet(round, 2);
    }

    private void handIn(boolean inOrder, int round) {
        meet(round, 0);
        if (inOrder) {
            WORK.setVolatile(this, true);
            otherSaw = (boolean) ASLEEP.getVolatile(this);
        } else {
            work = true;
            otherSaw = asleep;
        }
        meet(round, 2);
        while (ready.get() < round * 5 + 5) Thread.onSpinWait();
    }

    /// Both wait here for each other, without giving up their processors.
    private void meet(int round, int before) {
        ready.incrementAndGet();
        while (ready.get() < round * 5 + before + 2) Thread.onSpinWait();
    }

    private static VarHandle field(String name) {
        try {
            return MethodHandles.lookup().findVarHandle(StoreBuffer.class, name, boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}

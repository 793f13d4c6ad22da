package echolab.epoll.loop;

import java.util.Arrays;

/// What has to happen later? A binary heap of deadlines: setting one and cancelling one take O(log n), looking at the next
/// O(1). Each timer knows its place in the heap, which is what makes cancelling cheap.
///
/// Timers with the same deadline fire in the order they were set.
public final class Timers {

    /// One deadline, and what happens then.
    public static final class Timer {
        private final long deadline;
        private final long order;
        private final Runnable action;
        private int place;

        private Timer(long deadline, long order, Runnable action) {
            this.deadline = deadline;
            this.order = order;
            this.action = action;
        }

        /// When it fires, in nanoseconds by the loop's clock.
        public long deadline() {
            return deadline;
        }

        /// Whether it is still to come.
        public boolean isPending() {
            return place >= 0;
        }

        private boolean isBefore(Timer other) {
            // a difference, because nanoTime may overflow
            var difference = deadline - other.deadline;
            return difference < 0 || difference == 0 && order < other.order;
        }
    }

    private Timer[] heap = new Timer[16];
    private int size;
    private long orders;

    Timers() {}

    Timer set(long deadline, Runnable action) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
        }
        var timer = new Timer(deadline, orders++, action);
        rise(timer, size++);
        return timer;
    }

    /// Does nothing when it has fired or was cancelled.
    void cancel(Timer timer) {
        if (timer.place < 0) {
            return;
        }
        var hole = timer.place;
        timer.place = -1;
        var last = heap[--size];
        heap[size] = null;
        if (last != timer) {
            sink(last, hole);
            rise(last, last.place);
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    long nextDeadline() {
        return heap[0].deadline;
    }

    // tag::fire[]
    /// Fires all whose deadline has come.
    void fire(long now) {
        while (size > 0 && heap[0].deadline - now <= 0) {
            var timer = heap[0];
            cancel(timer);
            timer.action.run();
        }
    }

    // end::fire[]

    private void rise(Timer timer, int from) {
        var place = from;
        while (place > 0 && timer.isBefore(heap[(place - 1) / 2])) {
            put(heap[(place - 1) / 2], place);
            place = (place - 1) / 2;
        }
        put(timer, place);
    }

    private void sink(Timer timer, int from) {
        var place = from;
        for (var child = 2 * place + 1; child < size; child = 2 * place + 1) {
            if (child + 1 < size && heap[child + 1].isBefore(heap[child])) {
                child++;
            }
            if (!heap[child].isBefore(timer)) {
                break;
            }
            put(heap[child], place);
            place = child;
        }
        put(timer, place);
    }

    private void put(Timer timer, int place) {
        heap[place] = timer;
        timer.place = place;
    }

    /// How long `epoll_wait` may wait, in its milliseconds; -1 when there is no timer. Rounded up: a timer may fire up to
    /// 1 ms late, but the loop never spins.
    int waitMillis(Clock clock) {
        if (isEmpty()) {
            return -1;
        }
        var nanos = clock.nanosUntil(nextDeadline());
        return Math.clamp((nanos + 999_999) / 1_000_000, 0, Integer.MAX_VALUE);
    }
}

package echolab.epoll;

/// Who runs next? A ring of what is ready, first in, first out. It grows, and then allocates no more.
final class ReadyQueue {

    private Runnable[] ring = new Runnable[1024];
    private int head;
    private int size;

    void add(Runnable ready) {
        if (size == ring.length) {
            grow();
        }
        ring[(head + size++) & (ring.length - 1)] = ready;
    }

    Runnable remove() {
        var ready = ring[head];
        ring[head] = null;
        head = (head + 1) & (ring.length - 1);
        size--;
        return ready;
    }

    int size() {
        return size;
    }

    private void grow() {
        var larger = new Runnable[ring.length * 2];
        System.arraycopy(ring, head, larger, 0, ring.length - head);
        System.arraycopy(ring, 0, larger, ring.length - head, head);
        ring = larger;
        head = 0;
    }
}

// exercise: 5.3
// expect: rejected
// note: takes it out by hand, and its owner believes that it is still to come
while (size > 0 && heap[0].deadline - now <= 0) {
    var timer = heap[0];
    var last = heap[--size];
    heap[size] = null;
    if (size > 0) {
        sink(last, 0);
    }
    timer.action.run();
}
